package bindcheck.target.library;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The native thread under a Java thread, as Linux shows it in {@code /proc}. */
final class NativeThread {
  private static final Path SELF = Path.of("/proc/thread-self");
  private static final String STATE = "\nState:\t";
  private static final String SLEEPS = "\nvoluntary_ctxt_switches:\t";
  private static final String FUTEX = "futex";
  private static final int ENOUGH = 4096;

  private final Path directory;
  private final RandomAccessFile status;
  private final long pthread;
  private final byte[] buffer = new byte[ENOUGH];

  private NativeThread(Path directory, RandomAccessFile status, long pthread) {
    this.directory = directory;
    this.status = status;
    this.pthread = pthread;
  }

  /** Whether threads can be looked at on this machine. */
  static boolean isObservable() {
    return Files.isReadable(SELF.resolve("status")) && Files.isReadable(SELF.resolve("wchan"));
  }

  /** The thread that calls. */
  static NativeThread current() {
    long pthread = NativeLibrary.getProcess().getFunction("pthread_self").invokeLong(null);
    if (!isObservable()) {
      return new NativeThread(null, null, pthread);
    }
    try {
      Path directory = Path.of("/proc").resolve(Files.readSymbolicLink(SELF));
      String file = directory.resolve("status").toString();
      return new NativeThread(directory, new RandomAccessFile(file, "r"), pthread);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its {@code pthread_t}. */
  long pthread() {
    return pthread;
  }

  /**
   * How often it has gone to sleep, if it is asleep; else, or if it has ended, a negative number.
   */
  long asleep() {
    try {
      status.seek(0);
      int length = Math.max(0, status.read(buffer));
      String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
      return valueOf(text, STATE).startsWith("S") ? Long.parseLong(valueOf(text, SLEEPS)) : -1;
    } catch (IOException ended) {
      return -1;
    }
  }

  /** Whether what it sleeps on, if it sleeps, is a futex. */
  boolean isOnFutex() {
    try {
      return Files.readString(directory.resolve("wchan")).startsWith(FUTEX);
    } catch (IOException ended) {
      return false;
    }
  }

  private static String valueOf(String text, String label) {
    int start = text.indexOf(label);
    int end = start < 0 ? -1 : text.indexOf('\n', start + label.length());
    if (end < 0) {
      throw new IllegalStateException("expected" + label.strip() + " in " + text);
    }
    return text.substring(start + label.length(), end);
  }
}
