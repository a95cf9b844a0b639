package bindcheck.cli;

import bindcheck.file.OutputFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Malformed files of every kind and bad values of every option, drawn from a seed: each is to be
 * refused in one line, with exit code 2, and no file made or changed. Run in a Java machine of its
 * own, with little memory; prints what was not so, and in the end how many there were.
 */
public final class HostileCorpus {
  private static final int POSITIONS = 6;
  private static final int LONGEST_MESSAGE = 450;

  private static final List<String> SCRIPT =
      List.of(
          "p = port_create(BIND_TO_INTERRUPT)",
          "i = interrupt_create(INVALID, 0, VIRTUAL)",
          "interrupt_bind(i, p, 7, 0)",
          "T1: port_wait(p, INFINITE)",
          "interrupt_trigger(i, 0, 5)",
          "interrupt_ack(i)");
  private static final List<String> HISTORY =
      List.of(
          "{\"format\":\"bindcheck-history\",\"version\":1,\"target\":\"t\",\"deadlines\":\"any\"}",
          "{\"event\":\"call\",\"thread\":\"M\",\"op\":\"port_create\",\"args\":{\"options\":0}}",
          "{\"event\":\"return\",\"thread\":\"M\",\"status\":\"OK\",\"handle\":1}",
          "{\"event\":\"call\",\"thread\":\"M\",\"op\":\"port_queue\","
              + "\"args\":{\"porth\":1,\"key\":\"3\",\"payload\":\"4\"}}",
          "{\"event\":\"return\",\"thread\":\"M\",\"status\":\"OK\"}",
          "{\"event\":\"end\",\"quiescent\":true}");
  private static final List<String> FAILURES = List.of("R-bind", "R-close-invalid", "R-destroy");

  /** What makes a line one that no format has. */
  private enum Damage {
    GARBAGE {
      @Override
      String of(String line, SplittableRandom random) {
        return "?! " + Long.toString(random.nextLong(), Character.MAX_RADIX);
      }
    },
    CONTROL {
      @Override
      String of(String line, SplittableRandom random) {
        return inserted(line, String.valueOf((char) random.nextInt(FIRST, LAST)), random);
      }
    },
    NUL {
      @Override
      String of(String line, SplittableRandom random) {
        return inserted(line, "\0", random);
      }
    },
    NO_TEXT {
      @Override
      String of(String line, SplittableRandom random) {
        return inserted(line, "\u00ff\u00fe", random);
      }
    },
    ENDLESS {
      @Override
      String of(String line, SplittableRandom random) {
        return inserted(line, "9".repeat(random.nextInt(10_001, 40_000)), random);
      }
    },
    CUT {
      @Override
      String of(String line, SplittableRandom random) {
        return line.substring(0, line.length() / 2) + "(";
      }
    },
    MISSPELT {
      @Override
      String of(String line, SplittableRandom random) {
        return line.replaceFirst("(port|inter|R-|event|format)", "x" + random.nextInt(9) + "$1(");
      }
    },
    BACKWARDS {
      @Override
      String of(String line, SplittableRandom random) {
        return new StringBuilder(line).reverse() + ")(";
      }
    };

    /** Of the control characters, those that nobody takes for a space. */
    private static final int FIRST = 0x0E;

    private static final int LAST = 0x1C;

    abstract String of(String line, SplittableRandom random);

    private static String inserted(String line, String what, SplittableRandom random) {
      int at = random.nextInt(1, line.length());
      return line.substring(0, at) + what + line.substring(at);
    }
  }

  private final Path folder;
  private final SplittableRandom random;
  private final List<List<String>> cases = new ArrayList<>();

  private HostileCorpus(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Plays the corpus.
   *
   * @param args a folder for it, the seed, and of how many cases one is played
   */
  public static void main(String[] args) throws IOException {
    HostileCorpus corpus = new HostileCorpus(Path.of(args[0]), Long.parseLong(args[1]));
    corpus.files();
    corpus.options();
    corpus.play(Integer.parseInt(args[2]));
  }

  private void files() throws IOException {
    Map<String, List<String>> kinds =
        Map.of("script", SCRIPT, "history", HISTORY, "litmus", litmus(), "failures", FAILURES);
    for (Map.Entry<String, List<String>> kind : new TreeMap<>(kinds).entrySet()) {
      for (Damage damage : Damage.values()) {
        for (int i = 0; i < POSITIONS; i++) {
          damaged(kind.getKey(), kind.getValue(), damage, i);
        }
      }
      whole(kind.getKey(), "empty", "");
      whole(kind.getKey(), "blank", "\n \n\t\n".repeat(i(9)));
      whole(kind.getKey(), "wide", "\u00fe\u00ff\0p\0 \0=");
      cases.add(command(kind.getKey(), folder));
      cases.add(command(kind.getKey(), folder.resolve("no-such-file")));
    }
  }

  private int i(int bound) {
    return random.nextInt(1, bound);
  }

  /** A program with its prose: only what is not prose can be malformed. */
  private static List<String> litmus() {
    return List.of(
        "set-up:",
        "  p = port_create(BIND_TO_INTERRUPT)",
        "  i = interrupt_create(INVALID, 0, VIRTUAL)",
        "  interrupt_bind(i, p, 1, 0)",
        "",
        "threads:",
        "  T1                         || T2",
        "  interrupt_trigger(i, 0, 5) || port_wait(p, INFINITE)",
        "");
  }

  private void damaged(String kind, List<String> lines, Damage damage, int number)
      throws IOException {
    List<String> damaged = new ArrayList<>(lines);
    int at = random.nextInt(lines.size());
    while (lines.get(at).length() < 3) {
      at = random.nextInt(lines.size());
    }
    String line = lines.get(at);
    String other = damage.of(line, random);
    damaged.set(at, other.equals(line) ? Damage.GARBAGE.of(line, random) : other);
    whole(kind, damage + "-" + number, String.join("\n", damaged) + "\n");
  }

  private void whole(String kind, String name, String content) throws IOException {
    String prose = kind.equals("litmus") && !content.isBlank() ? "A title\n\nA lesson.\n\n" : "";
    if (kind.equals("failures") && content.isBlank()) {
      return; // No failure is expected: that is a list.
    }
    Path file = folder.resolve(name + "." + kind);
    Files.write(file, (prose + content).getBytes(StandardCharsets.ISO_8859_1));
    cases.add(command(kind, file));
  }

  private List<String> command(String kind, Path file) {
    String name = file.toString();
    return switch (kind) {
      case "script" ->
          random.nextBoolean()
              ? List.of("explain", name)
              : List.of("run", name, "-o", folder.resolve("out").toString());
      case "history" -> List.of("judge", name);
      case "litmus" -> List.of("litmus", name);
      default ->
          random.nextBoolean()
              ? List.of("check", "--expect-failures", name)
              : List.of("hunt", "--expect-failures", name);
    };
  }

  /** Each option of each command, with what cannot be a value of it. */
  private void options() throws IOException {
    Path script = Files.write(folder.resolve("right.script"), SCRIPT);
    Path history = Files.write(folder.resolve("right.history"), HISTORY);
    Map<String, List<String>> operands =
        Map.of(
            "explain", List.of(script.toString()),
            "run", List.of(script.toString(), "-o", folder.resolve("out").toString()),
            "judge", List.of(history.toString()),
            "diff", List.of("doc", "reference"));
    CommandLine line = Main.commandLine(new StringWriter(), new StringWriter());
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (name.equals("help")) {
                return; // Whatever it is asked, it helps.
              }
              List<String> operand = operands.getOrDefault(name, List.of());
              command.getCommandSpec().options().forEach(option -> option(name, operand, option));
              cases.add(with(name, operand, "--no-such-option"));
            });
  }

  private void option(String command, List<String> operand, OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return;
    }
    String name = option.longestName();
    for (String value : bad(option)) {
      cases.add(with(command, operand, name + "=" + value));
    }
    boolean isFlag = option.type() == boolean.class || option.type() == Boolean.class;
    if (!isFlag) {
      cases.add(with(command, operand, name));
    }
  }

  private static List<String> with(String command, List<String> operand, String last) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(operand);
    words.add(last);
    return words;
  }

  private List<String> bad(OptionSpec option) {
    Class<?> type = option.type();
    if (type == boolean.class || type == Boolean.class) {
      return List.of("perhaps", "\u001b[31m", "2");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return List.of("x", "1e999", "9".repeat(60), "-9223372036854775809", "\0", "1 2");
    }
    boolean isOutput = type.getName().startsWith("bindcheck.");
    if (isOutput) {
      // The folders on the way to one are made; none can be where a file is.
      boolean isFile = type == OutputFile.class;
      String place = isFile ? "no/such/folder/x" : "right.script/x";
      return List.of(folder.resolve(place).toString(), "/dev/null/x", "");
    }
    boolean isInput = Path.class.isAssignableFrom(type);
    boolean isList = type == List.class;
    return isInput || isList
        ? List.of()
        : List.of("\u001b]0;no such\u0007", "no-such-" + random.nextInt(99), "x".repeat(i(9_000)));
  }

  private void play(int oneOf) throws IOException {
    SortedMap<Path, String> before = listing();
    int played = 0;
    for (int i = 0; i < cases.size(); i++) {
      if (i % oneOf == 0) {
        played++;
        refused(cases.get(i));
      }
    }
    SortedMap<Path, String> after = listing();
    if (!before.equals(after)) {
      System.out.println("files changed: " + before + " -> " + after);
    }
    System.out.println("played " + played + " of " + cases.size());
    System.exit(0); // Whatever a command has left.
  }

  private static void refused(List<String> words) {
    Run run = Run.of(words.toArray(String[]::new));
    String err = run.err();
    boolean isOneLine = err.lines().count() == 1 && err.startsWith("bindcheck: ");
    boolean isRight =
        run.code() == 2 && isOneLine && err.length() <= LONGEST_MESSAGE && run.out().isEmpty();
    if (!isRight) {
      String command = String.join(" ", words);
      System.out.println(
          "%d: %s: %s%s"
              .formatted(
                  run.code(),
                  command.substring(0, Math.min(command.length(), 200)),
                  run.out().lines().findFirst().orElse(""),
                  err));
    }
  }

  /** Every file with its content, as far as it tells one from another. */
  private SortedMap<Path, String> listing() throws IOException {
    SortedMap<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(
            file, Files.isDirectory(file) ? "" : "" + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
