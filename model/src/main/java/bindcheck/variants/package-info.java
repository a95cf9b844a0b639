/**
 * Variants side by side: what tells one from another, and which of them a target is. Nothing here
 * knows what a call does: all is a walk through the product of two automata, each the
 * specification's.
 *
 * <p>In come two variants, or a target; out come scripts that tell them apart, and an identity. May
 * know {@code suite}, {@code oracle}, {@code target}, {@code spec}, {@code script}, {@code call}.
 */
package bindcheck.variants;
