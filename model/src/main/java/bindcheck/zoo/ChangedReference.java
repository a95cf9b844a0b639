package bindcheck.zoo;

import bindcheck.file.Packaged;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The reference implementation with one change, compiled and loaded beside the real one. */
public final class ChangedReference {
  private static final String SOURCES = "/zoo/impl";
  private static final String SUFFIX = ".java";

  private final String name;
  private final Map<String, byte[]> classes;
  private final Constructor<? extends Syscalls> constructor;

  /**
   * Compiles it.
   *
   * @throws IllegalStateException if the source no longer is what the change was written for, or
   *     does not compile
   */
  public ChangedReference(Change change) {
    this.name = change.name();
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
  public String name() {
    return name;
  }

  /** Opens it as a target. */
  public Target open() {
    return new JavaTarget(name, factory());
  }

  /** Opens it, rewritten, so that its threads are held up. */
  public Target openPerturbed() {
    Map<String, byte[]> rewritten = new HashMap<>();
    classes.forEach((each, bytes) -> rewritten.put(each, Rewriter.rewrite(bytes)));
    return new JavaTarget(name, factory(load(rewritten))).perturbedBy(Points.PERTURBATION);
  }

  /** The class files, by the class's name. */
  public Map<String, byte[]> classes() {
    return Map.copyOf(classes);
  }

  /** Writes the class files, for who does not load them from here. */
  public void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  /** Gives fresh kernels. It holds nothing but what it takes to make one. */
  public Supplier<Syscalls> factory() {
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

  private static List<InMemoryCompiler.Source> sources(Change change) {
    Map<String, String> texts =
        Packaged.in(SOURCES, folder -> Packaged.files(folder, SUFFIX, ChangedReference::read))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (Edit edit : change.edits()) {
      if (!texts.containsKey(edit.file())) {
        throw new IllegalStateException("stale: there is no longer a file " + edit.file());
      }
    }
    return texts.entrySet().stream()
        .map(each -> source(change, each.getKey(), each.getValue()))
        .toList();
  }

  private static InMemoryCompiler.Source source(Change change, String file, String text) {
    return new InMemoryCompiler.Source(file, change.in(file, text));
  }

  private static Map.Entry<String, String> read(Path file) {
    try {
      return Map.entry(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
