/** Small monitors that the engine is tried on: each shows one thing that a monitor does. */
package bindcheck.litmus.monitor.tiny;
