package bindcheck.target.library;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.process.Server;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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
final class SharedLibrary implements Server.Kernel {
  private static final String PREFIX = "zx_";
  private static final String RESET = "bindcheck_reset";

  /** All symbols are resolved when the library is loaded, not when they are first used. */
  private static final int RTLD_NOW = 2;

  private final Callers callers = new Callers();
  private final Map<Op, Function> calls = new EnumMap<>(Op.class);
  private final Optional<Function> reset;
  private final Optional<Function> expire;

  /** The handles that were given and, as far as is known, not closed. */
  private final Set<Integer> open = ConcurrentHashMap.newKeySet();

  /** For what a pointer points to, by its size. */
  private final ThreadLocal<Map<Integer, Room>> rooms = ThreadLocal.withInitial(HashMap::new);

  /**
   * Loads the library, which may run code of it.
   *
   * @throws UnsatisfiedLinkError if it cannot be loaded
   */
  SharedLibrary(Path path) {
    NativeLibrary library =
        NativeLibrary.getInstance(
            path.toAbsolutePath().toString(), Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
    for (Op op : Op.values()) {
      find(library, PREFIX + op.scriptName()).ifPresent(function -> calls.put(op, function));
    }
    reset = find(library, RESET);
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

  /** What a library must export, and this one does not: a call, and what begins anew. */
  Optional<String> missing() {
    if (calls.isEmpty()) {
      return Optional.of("a function of zx.h, as " + PREFIX + Op.PORT_CREATE.scriptName());
    }
    boolean canBeginAnew = reset.isPresent() || calls.containsKey(Op.HANDLE_CLOSE);
    return canBeginAnew
        ? Optional.empty()
        : Optional.of(RESET + " or " + PREFIX + Op.HANDLE_CLOSE.scriptName());
  }

  /** Whether it has the hook that makes a fresh kernel. */
  boolean hasReset() {
    return reset.isPresent();
  }

  /** Whether it has the hook that lets a deadline pass. */
  boolean canExpire() {
    return expire.isPresent();
  }

  /** A fresh kernel: by the hook for that, else by closing what is open. */
  void reset() {
    callers.forget();
    reset.ifPresentOrElse(
        hook -> hook.invokeVoid(null),
        () -> open.forEach(handle -> make(Call.of(Op.HANDLE_CLOSE, handle))));
    open.clear();
  }

  @Override
  public void expire(Thread thread) {
    Caller caller = callers.of(thread);
    if (caller != null) {
      expire.orElseThrow().invokeVoid(new Object[] {caller.thread().pthread()});
    }
  }

  @Override
  public boolean areBlocked(Collection<Thread> threads) {
    return callers.areBlocked(threads);
  }

  @Override
  public Reply make(Call call) {
    Op op = call.op();
    if (op == Op.HANDLE_CLOSE) {
      open.remove((int) call.argument(0));
    }
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Long raw = call.argument(i);
      arguments.add(call.parameters().get(i).kind().isWide() ? (Object) raw : raw.intValue());
    }
    if (!op.takesPointer()) {
      return Reply.of(invoke(op, arguments));
    }
    if (call.nullPointer()) {
      arguments.add(null);
      return Reply.of(invoke(op, arguments));
    }
    Room room = rooms.get().computeIfAbsent(size(op), Room::new);
    Pointer pointer;
    if (op == Op.PORT_QUEUE) {
      arguments.subList(1, arguments.size()).clear();
      pointer = room.with(NativePacket.queued(call.packet()));
    } else {
      pointer = room.empty();
    }
    arguments.add(pointer);
    int status = invoke(op, arguments);
    boolean isOk = status == Status.OK.code();
    room.check(PREFIX + op.scriptName(), isOk && op != Op.PORT_QUEUE);
    return isOk ? success(op, pointer) : Reply.of(status);
  }

  /** How large that is which the pointer points to, in bytes. */
  private static int size(Op op) {
    return switch (op) {
      case PORT_QUEUE, PORT_WAIT -> NativePacket.SIZE;
      case INTERRUPT_WAIT -> Long.BYTES;
      default -> Integer.BYTES;
    };
  }

  /** Success, with what was written. */
  private Reply success(Op op, Pointer written) {
    return switch (op) {
      case PORT_QUEUE -> Reply.of(Status.OK);
      case PORT_WAIT -> Reply.ok(NativePacket.read(written));
      case INTERRUPT_WAIT -> Reply.ok(new Reply.Timestamp(written.getLong(0)));
      default -> {
        int handle = written.getInt(0);
        open.add(handle);
        yield Reply.ok(new Reply.Handle(handle));
      }
    };
  }

  private int invoke(Op op, List<Object> arguments) {
    Caller caller = callers.current();
    caller.enter();
    try {
      return calls.get(op).invokeInt(arguments.toArray());
    } finally {
      caller.leave();
    }
  }
}
