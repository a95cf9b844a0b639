package bindcheck.suite;

import bindcheck.spec.Alternative;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The scenes of the full suite in which the reference makes a step that rests on an id. Kept in a
 * file, as to find it takes as long as to build the suite; the tests compare.
 */
public final class Exercised {
  /** A line each: the id, and the scenes with blanks between them. */
  public static final String FILE = "exercised.tsv";

  private Exercised() {}

  /**
   * Their names, in the suite's order.
   *
   * @param id a requirement, or a choice: any alternative of it
   */
  public static List<String> scenes(String id) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Exercised.class.getResourceAsStream("/suite/" + FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", 2))
          .filter(parts -> Alternative.withoutName(parts[0]).equals(id))
          .flatMap(parts -> Arrays.stream(parts[1].split(" ")))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
