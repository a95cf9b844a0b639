/**
 * The command line: reads options, asks the other rooms, prints, and exits with a code. It decides
 * nothing; it may know every room, and nobody knows it.
 */
package bindcheck.cli;
