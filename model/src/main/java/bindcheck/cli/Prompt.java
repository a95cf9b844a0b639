package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.file.WholeFile;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Explanation;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is allowed of a script that is typed a line at a time: after each, every observation with
 * the variants that allow it and what it rests on, and the state.
 */
final class Prompt {
  /** What is no line of a script: each with what it does. */
  static final Map<String, String> COMMANDS = commands();

  private static final String ALL = "all";
  private static final String NAME = "prompt";

  /** All of them are explained anew after each. */
  private static final int MOST_LINES = 1_000;

  private final SpecModule module;
  private final Glossary glossary;
  private final PrintWriter out;
  private final Map<String, Semantics> variants = new LinkedHashMap<>();
  private final List<String> written = new ArrayList<>();
  private String chosen;

  Prompt(SpecModule module, String variant, PrintWriter out) {
    this.module = module;
    this.glossary = new Glossary(module);
    this.out = out;
    this.chosen = variant;
    new Variants(module).names().forEach(this::add);
    add(variant);
  }

  private static Map<String, String> commands() {
    Map<String, String> commands = new TreeMap<>();
    commands.put("help", "says this");
    commands.put("undo", "takes the last line back");
    commands.put("what-if CALL", "says what the line would do, and does not add it");
    commands.put("why", "says what the ids mean that the last line rests on");
    commands.put("state", "shows every state that may be here");
    commands.put("script", "shows the lines");
    commands.put("variant V", "shows the states of that variant from here on");
    commands.put("save FILE", "writes the lines to a file");
    commands.put("quit", "ends; so does the end of the input");
    return commands;
  }

  private void add(String variant) {
    variants.computeIfAbsent(variant, name -> Subcommand.semantics(module, name));
  }

  /** Says how to begin. */
  void greet() {
    out.println("A call a line, as in a script; help lists what else can be said.");
    out.flush();
  }

  /** The number of the next line. */
  int next() {
    return written.size() + 1;
  }

  /** The names that lines have given to handles. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    lines(written).forEach(line -> line.name().ifPresent(names::add));
    return names;
  }

  /** Answers a line; false where that was the last. */
  boolean answer(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1] : "";
    try {
      switch (words[0]) {
        case "" -> {}
        case "help" -> help();
        case "undo" -> undo();
        case "what-if" -> explain(rest);
        case "why" -> why();
        case "state" -> states();
        case "script" -> script();
        case "variant" -> choose(rest);
        case "save" -> save(rest);
        case "quit", "exit" -> {
          return false;
        }
        default -> {
          if (written.size() == MOST_LINES) {
            throw new InputException("expected at most " + MOST_LINES + " lines");
          }
          explain(line);
          written.add(line.strip());
          state();
        }
      }
    } catch (InputException wrong) {
      out.println("  " + plain(wrong));
    }
    out.flush();
    return true;
  }

  /** Without the file and the line: there is but one of each. */
  private static String plain(InputException wrong) {
    return wrong.getMessage().replaceFirst("^" + NAME + ":\\d+: ", "");
  }

  private void help() {
    out.println("  A line is a call, as in a script: T1: port_wait(p, INFINITE); or one of");
    COMMANDS.forEach((command, does) -> out.printf("    %-13s %s%n", command, does));
  }

  private void undo() {
    if (written.isEmpty()) {
      throw new InputException("expected a line before it, found none");
    }
    written.remove(written.size() - 1);
    script();
  }

  private void script() {
    for (int i = 0; i < written.size(); i++) {
      out.printf("%3d  %s%n", i + 1, written.get(i));
    }
  }

  private static List<Line> lines(List<String> written) {
    return written.isEmpty()
        ? List.of()
        : Script.parse(NAME, String.join("\n", written) + "\n").lines();
  }

  /** Says what may be observed after one more line. */
  private void explain(String line) {
    if (line.isBlank()) {
      throw new InputException("expected a call, found none");
    }
    List<String> all = new ArrayList<>(written);
    all.add(line);
    List<Line> lines = lines(all);
    if (lines.size() < all.size()) {
      throw new InputException("expected a call, found none");
    }
    Map<String, Set<String>> allowedBy = new TreeMap<>();
    Map<String, Set<String>> ids = new TreeMap<>();
    Map<String, String> impossible = new TreeMap<>();
    variants.forEach(
        (name, variant) -> {
          try {
            for (Allowed one : last(lines, variant).allowed()) {
              String text = one.observation().toString();
              allowedBy.computeIfAbsent(text, t -> new TreeSet<>()).add(name);
              ids.computeIfAbsent(text, t -> new TreeSet<>()).addAll(one.by());
            }
          } catch (InputException cannotBeMade) {
            impossible.put(name, plain(cannotBeMade));
          }
        });
    if (allowedBy.isEmpty()) {
      throw new InputException(impossible.values().iterator().next());
    }
    allowedBy.forEach(
        (text, names) -> {
          boolean isAll = names.size() == variants.size();
          out.printf("  %s  (%s)%n", text, isAll ? ALL : String.join(", ", names));
          out.printf("      %s%n", String.join(" ", ids.get(text)));
        });
    Map<String, Set<String>> reasons = new TreeMap<>();
    impossible.forEach((name, why) -> reasons.computeIfAbsent(why, w -> new TreeSet<>()).add(name));
    reasons.forEach((why, names) -> out.printf("  %s: %s%n", String.join(", ", names), why));
  }

  private static Explanation.Step last(List<Line> lines, Semantics variant) {
    List<Explanation.Step> steps = Explanation.whole(NAME, lines, variant).steps();
    return steps.get(steps.size() - 1);
  }

  private List<List<String>> possible() {
    return Explanation.whole(NAME, lines(written), variants.get(chosen)).states();
  }

  private void state() {
    List<List<String>> states = possible();
    String more = states.size() > 1 ? ", one of " + states.size() + " states; see state" : "";
    out.printf("  as %s%s%n", chosen, more);
    states.get(0).forEach(line -> out.printf("    %s%n", line));
  }

  private void states() {
    int number = 1;
    for (List<String> state : possible()) {
      out.printf("  as %s, state %d%n", chosen, number++);
      state.forEach(line -> out.printf("    %s%n", line));
    }
  }

  private void why() {
    if (written.isEmpty()) {
      throw new InputException("expected a line before it, found none");
    }
    Set<String> ids = new TreeSet<>();
    List<Line> lines = lines(written);
    for (Semantics variant : variants.values()) {
      try {
        last(lines, variant).allowed().forEach(one -> ids.addAll(one.by()));
      } catch (InputException cannotBeMade) {
        // Another variant has something to say of it, or the line would not be here.
      }
    }
    ids.forEach(id -> out.println("  " + glossary.entry(id)));
  }

  private void choose(String name) {
    if (name.isEmpty()) {
      throw new InputException(
          "expected variant and one out of " + String.join(", ", variants.keySet()));
    }
    add(name);
    chosen = name;
    state();
  }

  private static Path named(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException none) {
      throw new InputException("expected the name of a file, found '" + name + "'");
    }
  }

  private void save(String name) {
    if (name.isEmpty()) {
      throw new InputException("expected save and the name of a file");
    }
    Path file = named(name);
    new OutputFile(file).requireWritable();
    WholeFile.write(file, text -> text.write(String.join("\n", written) + "\n"));
    out.printf("  %d lines in %s%n", written.size(), file);
  }
}
