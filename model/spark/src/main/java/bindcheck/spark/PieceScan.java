package bindcheck.spark;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.history.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;

/** Looks through a piece of a file for headers, a line at a time. */
final class PieceScan {
  private static final int BUFFER = 1 << 16;

  /** Longer lines are no headers that anybody reads. */
  private static final int LONGEST_LINE = 10_000;

  private final Piece piece;
  private final List<Long> offsets = new ArrayList<>();
  private final List<Long> headers = new ArrayList<>();
  private long at;

  private PieceScan(Piece piece) {
    this.piece = piece;
  }

  static Beginnings of(Piece piece, FSDataInputStream file) throws IOException {
    return new PieceScan(piece).scan(file);
  }

  private Beginnings scan(FSDataInputStream file) throws IOException {
    // A line that begins with the piece is told by what is before it.
    at = Math.max(0, piece.from() - 1);
    file.seek(at);
    InputStream in = new BufferedInputStream(file, BUFFER);
    if (piece.from() > 0) {
      read(in, new ByteArrayOutputStream());
    }
    long lines = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (long start = at; start < piece.to(); start = at) {
      line.reset();
      read(in, line);
      if (isHeader(line.toString(StandardCharsets.UTF_8))) {
        offsets.add(start);
        headers.add(lines);
      }
      lines++;
    }
    return new Beginnings(piece, lines, List.copyOf(offsets), List.copyOf(headers));
  }

  /** Reads up to the end of a line, and keeps as much of it as a header might have. */
  private void read(InputStream in, ByteArrayOutputStream line) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      at++;
      if (next == '\n') {
        return;
      }
      if (line.size() <= LONGEST_LINE) {
        line.write(next);
      }
    }
  }

  private static boolean isHeader(String line) {
    if (line.length() > LONGEST_LINE || !line.contains(Header.FORMAT)) {
      return false;
    }
    try {
      JsonFields.parse(line, "a line").constant("format", Header.FORMAT);
      return true;
    } catch (Malformed other) {
      return false;
    }
  }
}
