package bindcheck.zoo;

import bindcheck.file.InputException;
import bindcheck.file.Packaged;
import bindcheck.file.TextFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of one implementation, in a table that is kept.
 *
 * @param kind fault, race, unusual
 * @param command what found it; {@link #NOTHING} where nothing did
 * @param calls how many calls that took
 * @param script how many calls its script or part of a history has
 */
public record ZooRow(String name, String kind, String command, long calls, int script) {
  /** In place of a command: none found anything. */
  public static final String NOTHING = "-";

  private static final String KEPT = "/zoo/found.tsv";
  private static final String TAB = "\t";

  /** Of all attempts, the last one counts: no other was made after something was found. */
  public static ZooRow of(Specimen specimen, List<Attempt> attempts) {
    Attempt last = attempts.get(attempts.size() - 1);
    return new ZooRow(
        specimen.name(),
        specimen.kind().toString(),
        last.isFound() ? last.shown() : NOTHING,
        last.calls(),
        last.script());
  }

  /** Whether anything was found. */
  public boolean isFound() {
    return !command.equals(NOTHING);
  }

  /** The table that the project keeps. */
  public static List<ZooRow> kept() {
    return Packaged.in(KEPT, ZooRow::read);
  }

  /**
   * A table.
   *
   * @throws InputException if it is none
   */
  public static List<ZooRow> read(Path file) {
    try {
      return TextFile.read(file, "what zoo has written").lines().map(ZooRow::parse).toList();
    } catch (IllegalArgumentException bad) {
      throw new InputException(file, bad.getMessage());
    }
  }

  private static ZooRow parse(String line) {
    String[] parts = line.split(TAB, -1);
    try {
      return new ZooRow(
          parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Integer.parseInt(parts[4]));
    } catch (IndexOutOfBoundsException | NumberFormatException bad) {
      throw new IllegalArgumentException(
          "expected lines of five columns, the last two of them numbers", bad);
    }
  }

  /** A line of the table. */
  @Override
  public String toString() {
    return String.join(TAB, name, kind, command, Long.toString(calls), Integer.toString(script));
  }
}
