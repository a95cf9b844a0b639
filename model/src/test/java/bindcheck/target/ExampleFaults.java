package bindcheck.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of the faults that the examples have, as their sources list them. */
public final class ExampleFaults {
  private static final Path C = Path.of("examples/c/fault.h");
  private static final String C_RACES = "/* These need calls that overlap. */";
  private static final Pattern C_NAME =
      Pattern.compile("^  ([A-Z0-9_]+),? +/\\*", Pattern.MULTILINE);

  private static final String RACE = "race-";
  private static final Path PYTHON = Path.of("examples/python/kernel.py");
  private static final Pattern PYTHON_NAME =
      Pattern.compile("^    \"([a-z0-9-]+)\": \"", Pattern.MULTILINE);

  private static final Path NODE = Path.of("examples/node/kernel.mjs");
  private static final Pattern NODE_NAME =
      Pattern.compile("^  \"([a-z0-9-]+)\": \"", Pattern.MULTILINE);

  private static final Path RUST = Path.of("examples/rust/src/fault.rs");
  private static final Pattern RUST_NAME =
      Pattern.compile("^    \\(\"([a-z0-9-]+)\", ", Pattern.MULTILINE);

  private ExampleFaults() {}

  /** Those in C that one call after another shows. */
  public static Set<String> inC() {
    String source = read(C);
    return names(C_NAME, source.substring(0, source.indexOf(C_RACES)));
  }

  /** Those in C that only calls that overlap show. */
  public static Set<String> racesInC() {
    String source = read(C);
    return names(C_NAME, source.substring(source.indexOf(C_RACES)));
  }

  /** Those in Python that one call after another shows. */
  public static Set<String> inPython() {
    return sequential(PYTHON_NAME, PYTHON);
  }

  /** Those in Python that only calls that overlap show. */
  public static Set<String> racesInPython() {
    return races(PYTHON_NAME, PYTHON);
  }

  /** Those in JavaScript that one call after another shows. */
  public static Set<String> inNode() {
    return sequential(NODE_NAME, NODE);
  }

  /** Those in JavaScript that only calls that overlap show. */
  public static Set<String> racesInNode() {
    return races(NODE_NAME, NODE);
  }

  /** Those in Rust that one call after another shows. */
  public static Set<String> inRust() {
    return sequential(RUST_NAME, RUST);
  }

  /** Those in Rust that only calls that overlap show. */
  public static Set<String> racesInRust() {
    return races(RUST_NAME, RUST);
  }

  private static Set<String> sequential(Pattern name, Path source) {
    Set<String> all = names(name, read(source));
    all.removeIf(fault -> fault.startsWith(RACE));
    return all;
  }

  private static Set<String> races(Pattern name, Path source) {
    Set<String> all = names(name, read(source));
    all.removeIf(fault -> !fault.startsWith(RACE));
    return all;
  }

  private static Set<String> names(Pattern name, String source) {
    return name.matcher(source)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
