package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.ToolIO;

/**
 * Of the properties asked for, those whose occasion arises in a model. It replaces {@code Given} by
 * {@code Never}, so that a property fails on the first occasion, and walks until each has. A
 * process of its own, since TLC loads one specification a Java machine; prints a line for each.
 */
public final class Occasions {
  private final FastTool tool;
  private final Map<String, Action> ofStates = new HashMap<>();
  private final Map<String, Action> ofSteps = new HashMap<>();

  private Occasions(FastTool tool, Set<String> asked) {
    this.tool = tool;
    gather(tool.getInvNames(), tool.getInvariants(), asked, ofStates);
    gather(tool.getImpliedActNames(), tool.getImpliedActions(), asked, ofSteps);
  }

  private static void gather(
      String[] names, Action[] actions, Set<String> asked, Map<String, Action> into) {
    for (int i = 0; i < names.length; i++) {
      if (asked.contains(names[i])) {
        into.put(names[i], actions[i]);
      }
    }
  }

  /** Walks the model named first; the others are the properties. */
  public static void main(String[] args) throws IOException {
    Model model = Models.named(args[0]);
    FP64.Init();
    ToolIO.setMode(ToolIO.TOOL);
    try (SpecFiles files = new SpecFiles()) {
      Files.writeString(
          files.folder().resolve("Occasions.cfg"),
          model.configuration() + "\nCONSTANT Given <- Never\n");
      FastTool tool = new FastTool(files.folder().toString(), model.module(), "Occasions", files);
      new Occasions(tool, new TreeSet<>(List.of(args).subList(1, args.length))).run();
    }
    System.exit(0);
  }

  private void run() {
    Set<Long> reached = new HashSet<>();
    Deque<TLCState> open = new ArrayDeque<>();
    meet(tool.getInitStates(), null, reached, open);
    while (!open.isEmpty() && !(ofStates.isEmpty() && ofSteps.isEmpty())) {
      TLCState from = open.remove();
      for (Action action : tool.getActions()) {
        meet(tool.getNextStates(action, from), from, reached, open);
      }
    }
  }

  private void meet(StateVec states, TLCState from, Set<Long> reached, Deque<TLCState> open) {
    for (int i = 0; i < states.size(); i++) {
      TLCState to = states.elementAt(i);
      if (from != null) {
        ofSteps
            .entrySet()
            .removeIf(entry -> told(entry.getKey(), tool.isValid(entry.getValue(), from, to)));
      }
      if (reached.add(to.fingerPrint())) {
        ofStates
            .entrySet()
            .removeIf(entry -> told(entry.getKey(), tool.isValid(entry.getValue(), to)));
        open.add(to);
      }
    }
  }

  private static boolean told(String property, boolean valid) {
    if (!valid) {
      System.out.println(property);
    }
    return !valid;
  }
}
