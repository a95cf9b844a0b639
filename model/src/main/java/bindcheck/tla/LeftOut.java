package bindcheck.tla;

/**
 * What is not evaluated.
 *
 * @param line in the module's text, from 1
 * @param what stands there
 */
public record LeftOut(String module, int line, String what) {}
