/**
 * Litmus programs under Java PathFinder: every interleaving of an implementation's bytecode.
 *
 * <p>{@link bindcheck.jpf.Driver} is the program that runs there, {@link bindcheck.jpf.JpfExplorer}
 * makes the search, {@link bindcheck.jpf.PassRule} says when to believe it.
 */
package bindcheck.jpf;
