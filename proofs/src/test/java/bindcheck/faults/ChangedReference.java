package bindcheck.faults;

import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reference implementation with one change, compiled and loaded beside the real one. */
final class ChangedReference {
  /** Relative to the folder of this module, in which its tests run. */
  private static final Path SOURCES = Path.of("../impl/src/main/java/bindcheck/impl");

  private final String name;
  private final Constructor<? extends Syscalls> constructor;

  ChangedReference(Change change) {
    this.name = "fault:" + change.name();
    requireFiles(change);
    Map<String, byte[]> classes = InMemoryCompiler.compile(sources(change));
    String adapter = ReferenceTarget.class.getName();
    classes.put(adapter, bytesOf(ReferenceTarget.class));
    try {
      this.constructor =
          new ChildFirstLoader(classes)
              .loadClass(adapter)
              .asSubclass(Syscalls.class)
              .getConstructor();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens it as a target. */
  Target open() {
    return new JavaTarget(name, this::kernel);
  }

  private Syscalls kernel() {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireFiles(Change change) {
    for (Edit edit : change.edits()) {
      if (!Files.exists(SOURCES.resolve(edit.file()))) {
        throw new IllegalStateException("stale: there is no longer a file " + edit.file());
      }
    }
  }

  private static List<InMemoryCompiler.Source> sources(Change change) {
    List<InMemoryCompiler.Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        String fileName = file.getFileName().toString();
        String text = change.in(fileName, Files.readString(file));
        sources.add(new InMemoryCompiler.Source(fileName, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static byte[] bytesOf(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(resource)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Defines these classes itself and leaves all others to the loader of this class. */
  private static final class ChildFirstLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ChildFirstLoader(Map<String, byte[]> classes) {
      super(ChangedReference.class.getClassLoader());
      this.classes = classes;
      // A fault is to be found by the judge, not by an assertion of the implementation.
      setDefaultAssertionStatus(false);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        byte[] bytes = classes.get(name);
        Class<?> loaded = findLoadedClass(name);
        return bytes == null || loaded != null
            ? super.loadClass(name, resolve)
            : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
