/**
 * Litmus programs under a scheduler of our own: every interleaving of an implementation's monitors,
 * with nothing to install.
 *
 * <p>{@link bindcheck.litmus.monitor.MonitorEngine} has the classes of an implementation rewritten
 * ({@link bindcheck.litmus.monitor.ClassRewriter}), so that they call {@link
 * bindcheck.litmus.monitor.Hooks} in place of monitors. A {@link bindcheck.litmus.monitor.Search}
 * decides in one {@link bindcheck.litmus.monitor.Execution} after another which of its {@link
 * bindcheck.litmus.monitor.Strand}s goes on, until nothing is left to decide otherwise.
 */
package bindcheck.litmus.monitor;
