package bindcheck.faults;

import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
import bindcheck.target.perturb.Points;
import bindcheck.target.perturb.Rewriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The reference implementation with one change, compiled and loaded beside the real one. */
final class ChangedReference {
  /** Relative to the folder of this module, in which its tests run. */
  private static final Path SOURCES = Path.of("../impl/src/main/java/bindcheck/impl");

  private final String name;
  private final Map<String, byte[]> classes;
  private final Constructor<? extends Syscalls> constructor;

  ChangedReference(Change change) {
    this.name = "fault:" + change.name();
    requireFiles(change);
    this.classes = InMemoryCompiler.compile(sources(change));
    String adapter = ReferenceTarget.class.getName();
    classes.put(adapter, bytesOf(ReferenceTarget.class));
    this.constructor = load(classes);
  }

  private static Constructor<? extends Syscalls> load(Map<String, byte[]> classes) {
    try {
      return new ChildFirstLoader(classes)
          .loadClass(ReferenceTarget.class.getName())
          .asSubclass(Syscalls.class)
          .getConstructor();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it is called as a target. */
  String name() {
    return name;
  }

  /** Opens it as a target. */
  Target open() {
    return new JavaTarget(name, factory());
  }

  /** Opens it, rewritten, so that its threads are held up. */
  Target openPerturbed() {
    Map<String, byte[]> rewritten = new HashMap<>();
    classes.forEach((each, bytes) -> rewritten.put(each, Rewriter.rewrite(bytes)));
    return new JavaTarget(name, factory(load(rewritten))).perturbedBy(Points.PERTURBATION);
  }

  /** The class files, by the class's name. */
  Map<String, byte[]> classes() {
    return Map.copyOf(classes);
  }

  /** Writes the class files, for who does not load them from here. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  /** Gives fresh kernels. It holds nothing but what it takes to make one. */
  Supplier<Syscalls> factory() {
    return factory(constructor);
  }

  private static Supplier<Syscalls> factory(Constructor<? extends Syscalls> make) {
    return () -> {
      try {
        return make.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    };
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
