/** The program as its users start it. */
package bindcheck.launch;
