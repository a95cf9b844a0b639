package bindcheck.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file, to be looked through by itself: the lines that begin in it.
 *
 * @param file as Hadoop names it
 * @param from the offset of its first byte
 * @param to the offset of the first byte after it
 */
record Piece(String file, long from, long to) implements Serializable {

  /** A file in pieces of so many bytes; one even where it is empty. */
  static List<Piece> of(String file, long length, long bytes) {
    List<Piece> pieces = new ArrayList<>();
    long from = 0;
    do {
      long to = Math.min(length, from + bytes);
      pieces.add(new Piece(file, from, to));
      from = to;
    } while (from < length);
    return pieces;
  }
}
