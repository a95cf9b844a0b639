/**
 * What shows that each statement of the document is met: the tables of CONFORMANCE.md and the
 * picture of the interrupt, made from the specification and compared with what is in the tree.
 */
package bindcheck.conformance;
