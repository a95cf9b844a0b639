package bindcheck.target;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Opens a target by the name that the user gives it. */
public final class Targets {
  /** The reference implementation. */
  public static final String DEFAULT = "java:bindcheck.target.ReferenceTarget";

  private static final String JAVA = "java:";

  private Targets() {}

  /**
   * Opens {@code java:} and the name of a public class with a public constructor without parameters
   * that implements {@link Syscalls}; each reset makes a fresh instance.
   *
   * @throws TargetSpecException if there is no such target
   */
  public static Target open(String spec) {
    return open(spec, List.of());
  }

  /**
   * The same, where a class may also be in one of those folders and jars.
   *
   * @throws TargetSpecException if there is no such target, or no such folder or jar
   */
  public static Target open(String spec, List<Path> classpath) {
    if (!spec.startsWith(JAVA)) {
      throw new TargetSpecException(spec, "java:CLASS");
    }
    return new JavaTarget(spec, factory(spec, spec.substring(JAVA.length()), classpath));
  }

  private static Supplier<Syscalls> factory(String spec, String className, List<Path> classpath) {
    Class<?> type = load(spec, className, classpath);
    if (!Syscalls.class.isAssignableFrom(type)) {
      throw new TargetSpecException(spec, "a class that implements " + Syscalls.class.getName());
    }
    Constructor<?> constructor = constructor(spec, type);
    return () -> Syscalls.class.cast(instance(constructor));
  }

  private static Class<?> load(String spec, String className, List<Path> classpath) {
    try {
      ClassLoader own = Targets.class.getClassLoader();
      ClassLoader loader =
          classpath.isEmpty() ? own : new URLClassLoader(urls(spec, classpath), own);
      return Class.forName(className, true, loader);
    } catch (ClassNotFoundException | LinkageError notLoaded) {
      throw new TargetSpecException(
          spec, "a class on the class path that loads (" + notLoaded + ")");
    }
  }

  private static URL[] urls(String spec, List<Path> classpath) {
    URL[] urls = new URL[classpath.size()];
    for (int i = 0; i < urls.length; i++) {
      Path path = classpath.get(i);
      if (!Files.exists(path)) {
        throw new TargetSpecException(spec, "a class path that exists, not " + path);
      }
      try {
        urls[i] = path.toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return urls;
  }

  private static Constructor<?> constructor(String spec, Class<?> type) {
    try {
      if (Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers())) {
        return type.getConstructor();
      }
    } catch (NoSuchMethodException none) {
      // Reported below, as for a class that is not public.
    }
    throw new TargetSpecException(
        spec, "a public class with a public constructor without parameters");
  }

  private static Object instance(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException thrownByConstructor) {
      throw new IllegalStateException(
          "the constructor threw " + thrownByConstructor.getCause(), thrownByConstructor);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(constructor + " cannot be called", impossible);
    }
  }
}
