package bindcheck.target.library;

import bindcheck.target.process.Feature;
import bindcheck.target.process.Server;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The process in which a library runs: serves its calls by the protocol of {@code process:}
 * targets. Its argument is the path of the library.
 *
 * <p>The library may write what it likes to its standard output: that goes to standard error.
 */
final class LibraryHost {
  /** The exit code for a library that cannot be used; the reason is on standard error. */
  static final int UNUSABLE = 2;

  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private LibraryHost() {}

  public static void main(String[] args) throws IOException {
    Path path = Path.of(args[0]);
    try (OutputStream responses = takeStandardOutput()) {
      SharedLibrary library = load(path);
      if (library == null) {
        System.exit(UNUSABLE);
      }
      server(path, library).serve(new FileInputStream(FileDescriptor.in), responses);
    }
    Runtime.getRuntime().halt(0); // The library's threads and exit handlers are its own business.
  }

  /** Gives the standard output, in whose place is then the standard error. */
  private static OutputStream takeStandardOutput() throws IOException {
    int copy = c("dup").invokeInt(new Object[] {STDOUT});
    c("dup2").invokeInt(new Object[] {STDERR, STDOUT});
    OutputStream output = new FileOutputStream("/dev/fd/" + copy, true);
    c("close").invokeInt(new Object[] {copy});
    return output;
  }

  private static Function c(String name) {
    return NativeLibrary.getProcess().getFunction(name);
  }

  /** The library, or null once it has been said why it cannot be used. */
  private static SharedLibrary load(Path path) {
    try {
      SharedLibrary library = new SharedLibrary(path);
      Optional<String> missing = library.missing();
      if (missing.isEmpty()) {
        return library;
      }
      System.err.println("a library that exports " + missing.get());
    } catch (UnsatisfiedLinkError notLoaded) {
      String reasons = notLoaded.getMessage().lines().skip(1).findFirst().orElse("");
      System.err.println("a library that can be loaded: " + reasons);
    }
    return null;
  }

  private static Server server(Path path, SharedLibrary library) {
    Set<Feature> features = EnumSet.of(Feature.PACKETS);
    if (library.hasReset()) {
      // Else a thread that was given up would still wait in what the next calls use.
      features.add(Feature.ABANDON);
    }
    if (library.canExpire()) {
      features.add(Feature.EXPIRE);
      features.add(Feature.EXPIRE_ANYTIME);
    }
    if (NativeThread.isObservable()) {
      features.add(Feature.BLOCKED);
    }
    return new Server(
        String.valueOf(path.getFileName()),
        () -> {
          library.reset();
          return library;
        },
        library.calls(),
        features);
  }
}
