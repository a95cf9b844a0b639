package bindcheck.trace;

import java.util.List;

/**
 * What a file of traces covers.
 *
 * @param scene the name of the scene
 * @param variant the resolved variant whose graph the walks cover, and which is expected
 * @param judgedBy the variant that says what is allowed
 * @param nodes the quiescent states of the graph, up to a renaming of readers
 * @param edges the edges of the graph; the walks cover each
 * @param hash by which two people see that they have the same graph
 * @param walks how many walks follow
 * @param steps how many steps they have, set-ups and drains included
 * @param lowerBound the fewest steps that any suite of the graph can take
 * @param threads the thread that never blocks, then the readers
 */
record TraceHeader(
    String scene,
    String variant,
    String judgedBy,
    int nodes,
    int edges,
    String hash,
    int walks,
    long steps,
    long lowerBound,
    List<String> threads) {}
