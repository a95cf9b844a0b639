/**
 * Histories: what an implementation did, as call and return events by thread in real-time order.
 *
 * <p>A {@code bindcheck-history} file is JSON Lines: a header, then one line an event, the last of
 * which is the end. {@code schema/history.schema.json} says what each part means. Whoever records
 * one writes a call's line before the call begins and its return's line after it has returned, so
 * that the recorded interval contains the real one.
 *
 * <p>May know {@code oracle}, {@code spec}, {@code target}, {@code script}, {@code call}, {@code
 * file}.
 */
package bindcheck.history;
