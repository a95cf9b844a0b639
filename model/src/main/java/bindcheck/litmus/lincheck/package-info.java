/**
 * Litmus programs under Lincheck: many interleavings of an implementation's bytecode, chosen by a
 * bounded search, with a JDK 17 alone and nothing to install.
 *
 * <p>{@link bindcheck.litmus.lincheck.LincheckEngine} starts a Java machine whose main class is
 * {@link bindcheck.litmus.lincheck.LincheckHost}. There, {@link
 * bindcheck.litmus.lincheck.Schedules} runs a {@link bindcheck.litmus.lincheck.Scenario} once for
 * each schedule; {@link bindcheck.litmus.lincheck.Recorder} is what Lincheck neither looks at nor
 * undoes.
 */
package bindcheck.litmus.lincheck;
