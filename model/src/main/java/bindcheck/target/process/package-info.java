/**
 * Implementations in programs of their own, reached by JSON-RPC 2.0 over their standard input and
 * output, as {@code model/PROTOCOL.md} says: both sides of it.
 *
 * <p>{@link bindcheck.target.process.ProcessTarget} is the driver's side, {@link
 * bindcheck.target.process.Server} that of a target that Java can call. Whatever the program does,
 * the driver neither hangs nor keeps more of its output than it can use.
 */
package bindcheck.target.process;
