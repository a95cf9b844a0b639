package bindcheck.target.library;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.Packet;
import bindcheck.target.Syscalls;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of a shared object, by their C signatures: each {@code zx_} function that it exports,
 * and the hooks of {@code bindcheck.h}.
 *
 * <p>A call that writes to memory that is not its own, or through its out-pointer although it
 * fails, throws {@link Misbehaviour}.
 */
final class SharedLibrary implements Syscalls {
  private static final String PREFIX = "zx_";
  private static final Set<Op> OPTIONAL = EnumSet.of(Op.EVENT_CREATE);

  /** All symbols are resolved when the library is loaded, not when they are first used. */
  private static final int RTLD_NOW = 2;

  private final Callers callers;
  private final Map<Op, Function> calls = new EnumMap<>(Op.class);
  private final Optional<Function> reset;
  private final Optional<Function> expire;

  /** The handles that were given and, as far as is known, not closed. */
  private final Set<Integer> open = ConcurrentHashMap.newKeySet();

  private final ThreadLocal<Room> words = ThreadLocal.withInitial(() -> new Room(Long.BYTES));
  private final ThreadLocal<Room> handles = ThreadLocal.withInitial(() -> new Room(Integer.BYTES));
  private final ThreadLocal<Room> packets =
      ThreadLocal.withInitial(() -> new Room(NativePacket.SIZE));

  /**
   * Loads the library, which may run code of it.
   *
   * @param callers are told of each call
   * @throws UnsatisfiedLinkError if it cannot be loaded
   */
  SharedLibrary(Path path, Callers callers) {
    this.callers = callers;
    NativeLibrary library =
        NativeLibrary.getInstance(
            path.toAbsolutePath().toString(), Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
    for (Op op : Op.values()) {
      find(library, PREFIX + op.scriptName()).ifPresent(function -> calls.put(op, function));
    }
    reset = find(library, "bindcheck_reset");
    expire = find(library, "bindcheck_expire");
  }

  private static Optional<Function> find(NativeLibrary library, String name) {
    try {
      return Optional.of(library.getFunction(name));
    } catch (UnsatisfiedLinkError notExported) {
      return Optional.empty();
    }
  }

  /** The calls that the library has. */
  Set<Op> calls() {
    return calls.keySet();
  }

  /** The functions that a library must have and this one has not. */
  List<String> missing() {
    return EnumSet.complementOf(EnumSet.copyOf(OPTIONAL)).stream()
        .filter(op -> !calls.containsKey(op))
        .map(op -> PREFIX + op.scriptName())
        .toList();
  }

  /** Whether it has the hook that lets a deadline pass. */
  boolean canExpire() {
    return expire.isPresent();
  }

  /** A fresh kernel: by the hook for that, else by closing what is open. */
  void reset() {
    callers.forget();
    reset.ifPresentOrElse(hook -> hook.invokeVoid(null), this::closeAll);
    open.clear();
  }

  private void closeAll() {
    open.forEach(this::handleClose);
  }

  @Override
  public void expire(Thread thread) {
    Caller caller = callers.of(thread);
    if (caller != null) {
      callers.await(caller);
      expire.orElseThrow().invokeVoid(new Object[] {caller.thread().pthread()});
    }
  }

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    return create(Op.INTERRUPT_CREATE, out, srcObj, srcNum, options);
  }

  @Override
  public int interruptBind(int inth, int porth, long key, int options) {
    return call(Op.INTERRUPT_BIND, inth, porth, key, options);
  }

  @Override
  public int interruptAck(int inth) {
    return call(Op.INTERRUPT_ACK, inth);
  }

  @Override
  public int interruptTrigger(int inth, int options, long timestamp) {
    return call(Op.INTERRUPT_TRIGGER, inth, options, timestamp);
  }

  @Override
  public int interruptDestroy(int inth) {
    return call(Op.INTERRUPT_DESTROY, inth);
  }

  @Override
  public int interruptWait(int inth, long[] outTimestamp) {
    if (outTimestamp == null) {
      return call(Op.INTERRUPT_WAIT, inth, null);
    }
    Room room = words.get();
    Pointer pointer = room.empty();
    int status = call(Op.INTERRUPT_WAIT, inth, pointer);
    room.check(name(Op.INTERRUPT_WAIT), isOk(status));
    outTimestamp[0] = pointer.getLong(0);
    return status;
  }

  @Override
  public int portCreate(int options, int[] out) {
    return create(Op.PORT_CREATE, out, options);
  }

  @Override
  public int portQueue(int porth, Packet in) {
    if (in == null) {
      return call(Op.PORT_QUEUE, porth, null);
    }
    Payload.extend(in);
    Room room = packets.get();
    int status = call(Op.PORT_QUEUE, porth, room.with(NativePacket.bytes(in)));
    room.check(name(Op.PORT_QUEUE), false);
    return status;
  }

  @Override
  public int portWait(int porth, long deadline, Packet out) {
    if (out == null) {
      return call(Op.PORT_WAIT, porth, deadline, null);
    }
    Room room = packets.get();
    Pointer pointer = room.empty();
    int status = call(Op.PORT_WAIT, porth, deadline, pointer);
    room.check(name(Op.PORT_WAIT), isOk(status));
    NativePacket.read(pointer, out);
    if (isOk(status) && out.type == Reply.TYPE_USER) {
      Payload.check(out);
    }
    return status;
  }

  @Override
  public int handleClose(int handle) {
    open.remove(handle);
    return call(Op.HANDLE_CLOSE, handle);
  }

  @Override
  public int handleDuplicate(int handle, int rights, int[] out) {
    return create(Op.HANDLE_DUPLICATE, out, handle, rights);
  }

  @Override
  public int handleReplace(int handle, int rights, int[] out) {
    return create(Op.HANDLE_REPLACE, out, handle, rights);
  }

  @Override
  public int eventCreate(int options, int[] out) {
    return create(Op.EVENT_CREATE, out, options);
  }

  private int create(Op op, int[] out, Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    if (out == null) {
      return call(op, all);
    }
    Room room = handles.get();
    Pointer pointer = room.empty();
    all[arguments.length] = pointer;
    int status = call(op, all);
    room.check(name(op), isOk(status));
    out[0] = pointer.getInt(0);
    if (isOk(status)) {
      open.add(out[0]);
    }
    return status;
  }

  private int call(Op op, Object... arguments) {
    Caller caller = callers.current();
    caller.enter();
    try {
      return calls.get(op).invokeInt(arguments);
    } finally {
      caller.leave();
    }
  }

  private static boolean isOk(int status) {
    return status == Status.OK.code();
  }

  private static String name(Op op) {
    return PREFIX + op.scriptName();
  }
}
