/**
 * Corpora of recorded histories, judged on Apache Spark: what is in a file is found in pieces of
 * it, histories are dealt out by their sizes, and each becomes a row of a table.
 */
package bindcheck.spark;
