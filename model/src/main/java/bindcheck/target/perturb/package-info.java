/**
 * Perturbed schedules: the threads of an implementation are held up where they meet one another, by
 * decisions that follow from a seed. Nothing here knows what is called.
 */
package bindcheck.target.perturb;
