package bindcheck.certificate;

import bindcheck.file.Packaged;
import bindcheck.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tests of this project have seen, and this program cannot see again: the solver, say, is no
 * part of it. It is kept in proofs/records with a hash of the specification that it was seen of,
 * and the tests compare it with what they see.
 *
 * @param name that of its file
 * @param figures what was seen, by the names of the figures
 */
public record BuildRecord(String name, SortedMap<String, String> figures) {
  private static final String FOLDER = "/records";
  private static final String SUFFIX = ".tsv";
  private static final String TAB = "\t";
  private static final String OF = "specification";

  /** Keeps a copy. */
  public BuildRecord {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** What is seen now, of the specification as it is. */
  public static BuildRecord seen(String name, Map<String, String> figures) {
    SortedMap<String, String> all = new TreeMap<>(figures);
    all.put(OF, specification());
    return new BuildRecord(name, all);
  }

  /** The names of those that are kept. */
  static List<String> names() {
    return Packaged.names(FOLDER, SUFFIX);
  }

  /** One of them. */
  static BuildRecord kept(String name) {
    return parse(name, Packaged.text(FOLDER + "/" + name + SUFFIX));
  }

  static BuildRecord parse(String name, String text) {
    return new BuildRecord(
        name,
        text.lines()
            .map(line -> line.split(TAB, 2))
            .collect(
                Collectors.toMap(
                    figure -> figure[0],
                    figure -> figure[1],
                    (one, other) -> one + ", " + other,
                    TreeMap::new)));
  }

  /** Whether it was seen of the specification as it is. */
  boolean isFresh() {
    return specification().equals(figures.get(OF));
  }

  /** A hash of the specification, without the models: no test is about these alone. */
  private static String specification() {
    Sha256 hash = new Sha256();
    new FileClaims()
        .names().stream()
            .filter(file -> file.endsWith(".tla") && !file.startsWith("MC"))
            .forEach(file -> hash.addLine(file).add(Packaged.text("/spec/" + file)));
    return hash.hex();
  }

  /**
   * Demands that this is what is kept; {@code -Dbindcheck.regenerate=true} writes it anew.
   *
   * @param folder that of the records in a clone
   * @throws IllegalStateException if another record is kept
   * @throws IOException if there is none
   */
  public void requireKept(Path folder) throws IOException {
    Path file = folder.resolve(name + SUFFIX);
    if (Boolean.getBoolean("bindcheck.regenerate")) {
      Files.writeString(file, text());
    }
    String kept = Files.readString(file);
    if (!kept.equals(text())) {
      throw new IllegalStateException(
          file + " has\n" + kept + "and is to have\n" + text() + "(-Dbindcheck.regenerate=true)");
    }
  }

  /** The text of its file: a line for each figure. */
  String text() {
    return figures.entrySet().stream()
        .map(figure -> figure.getKey() + TAB + figure.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
