/**
 * The reference implementation: {@code zx_interrupt_bind} and the calls around it as a small kernel
 * in plain Java, to be checked by eye.
 *
 * <p>{@link bindcheck.impl.Kernel} has one method a call; there is one class a kernel object, and
 * each object is a monitor: its methods are {@code synchronized}, {@code wait} stands in a {@code
 * while}, and waking is always by {@code notifyAll}.
 *
 * <p><b>Lock order</b>: an interrupt, then a port, then the clock. The handle table's lock is held
 * together with no other lock and by no thread that blocks: a call looks its handles up, lets go of
 * the table, and then acts on the objects that it found. It therefore goes on with them although
 * another thread may close their handles meanwhile.
 *
 * <p>The code depends on nothing but the JDK and keeps to what Java PathFinder executes faithfully:
 * no {@code notify}, no lambda, no record, nothing of {@code java.util.concurrent}.
 */
package bindcheck.impl;
