/** Litmus programs on real threads, let loose together many times, on any kind of target. */
package bindcheck.litmus.stress;
