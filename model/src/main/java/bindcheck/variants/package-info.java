/**
 * Variants side by side: what tells one from another, and which of them a target is. Nothing here
 * knows what a call does: all is a walk through the product of two automata, each the
 * specification's.
 */
package bindcheck.variants;
