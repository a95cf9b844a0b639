package bindcheck.oracle;

import bindcheck.call.Reply;
import bindcheck.spec.Automaton;
import bindcheck.spec.KernelView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A state in words: a line for each object, with the names of a script, and for each thread. */
final class StateText {
  private static final String ARMED = "armed";

  private final Vocabulary vocabulary;
  private final HandleNames names;

  StateText(Vocabulary vocabulary, HandleNames names) {
    this.vocabulary = vocabulary;
    this.names = names;
  }

  /** The lines. */
  List<String> of(Automaton automaton, int configuration) {
    List<String> lines = new ArrayList<>();
    for (KernelView.Item object : automaton.view(configuration).objects()) {
      lines.add(named(object.handles()) + ": " + text(object));
    }
    for (String thread : automaton.busyThreads(configuration)) {
      lines.add(thread + ": blocked");
    }
    return lines.isEmpty() ? List.of("no object") : lines;
  }

  private String text(KernelView.Item object) {
    if (object instanceof KernelView.Port port) {
      return "port"
          + (port.isBindable() ? "" : " that takes no interrupts")
          + (port.isOpen() ? "; packets: " : ", closed; packets: ")
          + values(port.packets());
    }
    return object instanceof KernelView.Interrupt interrupt
        ? text(interrupt)
        : ((KernelView.Other) object).type();
  }

  private String text(KernelView.Interrupt interrupt) {
    List<String> parts = new ArrayList<>(List.of("interrupt"));
    parts.add(
        interrupt
            .port()
            .map(
                port ->
                    "bound to "
                        + named(port)
                        + ", key "
                        + Long.toUnsignedString(vocabulary.value(interrupt.key())))
            .orElse("not bound"));
    boolean isArmed = interrupt.arm().equals(ARMED);
    parts.add(interrupt.isDestroyed() ? "destroyed" : isArmed ? ARMED : "not armed");
    parts.add("triggers remembered: " + values(interrupt.remembered()));
    if (!interrupt.waiters().isEmpty()) {
      parts.add("waits: " + String.join(", ", interrupt.waiters()));
    }
    return String.join("; ", parts);
  }

  private String values(List<Reply> replies) {
    return replies.isEmpty()
        ? "none"
        : replies.stream()
            .map(reply -> vocabulary.reply(reply).output().toString())
            .collect(Collectors.joining(", "));
  }

  private String named(List<Integer> handles) {
    List<String> all = new ArrayList<>();
    for (int handle : handles) {
      String name = names.name(handle);
      all.add(name == null ? "a handle without a name" : name);
    }
    return all.isEmpty() ? "without a handle" : String.join(", ", all);
  }
}
