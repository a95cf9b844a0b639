package bindcheck.bench;

/**
 * One thing, done in two ways.
 *
 * @param load what both sides are given
 * @param unit of both figures
 */
public record Comparison(String load, String unit, Side left, Side right) {}
