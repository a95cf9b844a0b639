/** Files that this program writes. */
package bindcheck.file;
