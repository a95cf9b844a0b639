package bindcheck.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where histories begin in a piece of a file.
 *
 * @param lines how many lines begin in the piece
 * @param offsets those of the lines that are headers, in the file
 * @param headers the numbers of these lines among those of the piece, from 0
 */
record Beginnings(Piece piece, long lines, List<Long> offsets, List<Long> headers)
    implements Serializable {

  /**
   * The histories of a file: each goes on to the next. What comes before the first header is one
   * too, and malformed.
   *
   * @param pieces all of the file, in their order
   */
  static List<Extent> extents(List<Beginnings> pieces) {
    List<Long> offsets = new ArrayList<>(List.of(0L));
    List<Long> lines = new ArrayList<>(List.of(1L));
    long before = 1;
    for (Beginnings each : pieces) {
      for (int i = 0; i < each.offsets.size(); i++) {
        if (each.offsets.get(i) > 0) {
          offsets.add(each.offsets.get(i));
          lines.add(before + each.headers.get(i));
        }
      }
      before += each.lines;
    }
    Piece last = pieces.get(pieces.size() - 1).piece;
    offsets.add(last.to());
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      long bytes = offsets.get(i + 1) - offsets.get(i);
      extents.add(new Extent(last.file(), offsets.get(i), bytes, lines.get(i)));
    }
    return extents;
  }
}
