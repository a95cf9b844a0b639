/**
 * Text and JSON files that a user names: read strictly, written whole.
 *
 * <p>In comes a path, out comes its text or the fields of its objects; whatever is wrong is one
 * error that names the file and the line. What a file means is not known here.
 */
package bindcheck.file;
