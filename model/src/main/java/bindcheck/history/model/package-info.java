/**
 * The specification as a model of operations that overlap: states up to a renaming of values, and
 * the steps of each operation, remembered.
 */
package bindcheck.history.model;
