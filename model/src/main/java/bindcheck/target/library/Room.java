package bindcheck.target.library;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * What a pointer of a call points to, with bytes on both sides that nobody may write.
 *
 * <p>Used by one thread; one call at a time.
 */
final class Room {
  private static final int GUARD = 64;
  private static final byte FILL = (byte) 0xA5;

  private final int size;
  private final Memory memory;
  private byte[] before;

  Room(int size) {
    this.size = size;
    this.memory = new Memory(GUARD + size + GUARD);
  }

  /** Room for {@code content}, which a call is then to read. */
  Pointer with(byte[] content) {
    if (content.length != size) {
      throw new IllegalArgumentException(size + " bytes are expected, not " + content.length);
    }
    byte[] all = new byte[GUARD + size + GUARD];
    Arrays.fill(all, FILL);
    System.arraycopy(content, 0, all, GUARD, size);
    memory.write(0, all, 0, all.length);
    before = all;
    return memory.share(GUARD);
  }

  /** Room for a call to write to. */
  Pointer empty() {
    byte[] content = new byte[size];
    Arrays.fill(content, FILL);
    return with(content);
  }

  /**
   * Checks what the call has written.
   *
   * @param mayWrite whether it may have written to the room itself
   * @throws Misbehaviour if it has written elsewhere, or in spite of that
   */
  void check(String call, boolean mayWrite) {
    byte[] after = memory.getByteArray(0, before.length);
    for (int i = 0; i < after.length; i++) {
      boolean inside = GUARD <= i && i < GUARD + size;
      if (after[i] != before[i] && !(inside && mayWrite)) {
        throw new Misbehaviour(call + " wrote " + place(i - GUARD));
      }
    }
  }

  private String place(int offset) {
    if (0 <= offset && offset < size) {
      return "through its pointer, which it must not: byte " + offset;
    }
    String where = offset < 0 ? -offset + " before" : offset - size + 1 + " past the end of";
    return "to memory that is not its own: byte " + where + " the " + size + " pointed to";
  }
}
