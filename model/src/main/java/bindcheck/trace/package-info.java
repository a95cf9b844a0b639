/**
 * Traces: walks through a scene's graph, written down with what may be observed at each step, for a
 * user who does not run this program.
 *
 * <p>A {@code bindcheck-traces} file is JSON Lines, a header and then one line a walk; {@code
 * schema/trace.schema.json} says what each part means. {@link bindcheck.trace.Traces} makes the
 * content, {@link bindcheck.trace.TraceFile} writes it; {@link bindcheck.trace.ItfWriter} writes
 * the states of the same walks in Apalache's trace format.
 */
package bindcheck.trace;
