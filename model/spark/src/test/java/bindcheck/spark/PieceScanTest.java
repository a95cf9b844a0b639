package bindcheck.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PieceScanTest {
  private static final String HEADER =
      "{\"version\":1, \"target\":\"é\", \"format\":\"bindcheck-history\"}\n";
  private static final String CALL =
      "{\"event\":\"call\",\"thread\":\"bindcheck-history\",\"op\":\"port_create\"}\n";

  /** Less than a line, about one, about a history, more than there is. */
  private static final int[] PIECES = {3, 7, 62, 63, 64, 65, 72, 73, 100, 127, 128, 135, 10_000};

  @TempDir private Path folder;

  private List<Extent> extents(String text, int pieceBytes) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), text);
    FileSystem local = FileSystem.getLocal(new Configuration());
    List<Beginnings> found = new ArrayList<>();
    for (Piece piece : Piece.of(file.toString(), Files.size(file), pieceBytes)) {
      try (FSDataInputStream in = local.open(new org.apache.hadoop.fs.Path(piece.file()))) {
        found.add(PieceScan.of(piece, in));
      }
    }
    return Beginnings.extents(found);
  }

  private static List<String> cut(String text, List<Extent> extents) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return extents.stream()
        .map(
            each ->
                new String(bytes, (int) each.offset(), (int) each.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aFileIsCutAtItsHeadersHoweverItIsLookedThrough() throws IOException {
    List<String> histories = List.of(HEADER + CALL, HEADER, HEADER + CALL + CALL);
    String text = String.join("", histories);
    for (int bytes : PIECES) {
      assertEquals(histories, cut(text, extents(text, bytes)), "in pieces of " + bytes);
    }
  }

  @Test
  void aHistoryKnowsTheLineThatItBeginsWith() throws IOException {
    String text = HEADER + CALL + HEADER + HEADER + CALL;
    for (int bytes : PIECES) {
      assertEquals(
          List.of(1L, 3L, 4L),
          extents(text, bytes).stream().map(Extent::line).toList(),
          "in pieces of " + bytes);
    }
  }

  @Test
  void whatComesBeforeTheFirstHeaderIsKept() throws IOException {
    assertEquals(List.of(CALL, HEADER), cut(CALL + HEADER, extents(CALL + HEADER, 7)));
  }

  @Test
  void aFileWithoutALastLineFeedIsReadToItsEnd() throws IOException {
    String text = HEADER + HEADER.stripTrailing();
    assertEquals(List.of(HEADER, HEADER.stripTrailing()), cut(text, extents(text, 5)));
  }

  @Test
  void anEmptyFileIsAHistoryOfNoBytes() throws IOException {
    assertEquals(List.of(""), cut("", extents("", 5)));
  }

  @Test
  void aLineThatIsTooLongIsNoHeader() throws IOException {
    String text = "{\"target\":\"" + "x".repeat(20_000) + "\",\"format\":\"bindcheck-history\"}\n";
    assertEquals(List.of(CALL + text), cut(CALL + text, extents(CALL + text, 1000)));
  }
}
