/** The litmus catalogue: that its tables are true, and that the reference keeps within them. */
package bindcheck.litmus;
