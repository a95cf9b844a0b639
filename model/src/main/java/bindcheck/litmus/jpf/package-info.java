/**
 * Litmus programs under Java PathFinder: every interleaving of an implementation's bytecode.
 *
 * <p>{@link bindcheck.litmus.jpf.Driver} is the program that runs there, {@link
 * bindcheck.litmus.jpf.JpfExplorer} makes the search, {@link bindcheck.litmus.jpf.PassRule} says
 * when to believe it.
 */
package bindcheck.litmus.jpf;
