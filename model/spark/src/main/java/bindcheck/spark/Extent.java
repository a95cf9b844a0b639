package bindcheck.spark;

import java.io.Serializable;

/**
 * Where a history is.
 *
 * @param file as Hadoop names it
 * @param offset of its first byte in the file
 * @param bytes how many it has
 * @param line the number of its first line in the file, from 1
 */
record Extent(String file, long offset, long bytes, long line) implements Serializable {}
