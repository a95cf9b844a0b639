package bindcheck.suite;

/**
 * An edge that answers right and ends in another state than it should.
 *
 * @param edge the number of the edge
 * @param other the node in which it ends
 */
record TransferFault(int edge, int other) {}
