/**
 * What this program says of itself, written down so that anyone can see it again: each kind of
 * claim knows what there is to be claimed, and looks at it. In goes nothing but the program; out
 * come claims, and where they differ from those of a file.
 */
package bindcheck.certificate;
