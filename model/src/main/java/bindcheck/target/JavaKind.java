package bindcheck.target;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A public class with a public constructor without parameters that implements {@link Syscalls};
 * each reset makes a fresh instance.
 */
public final class JavaKind implements TargetKind {
  private static final String PREFIX = "java:";
  private static final String USAGE = PREFIX + "CLASS";

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public Target open(
      String spec, String className, List<Path> classpath, Duration timeOut, Duration settle) {
    Class<?> type = implementation(spec, classpath);
    return new JavaTarget(spec, factory(spec, type), support(type), timeOut, settle);
  }

  /**
   * The class of a {@code java:} target, for who looks at its code rather than drives it.
   *
   * @throws TargetSpecException if it is no such target, or there is no such class
   */
  public static Class<? extends Syscalls> implementation(String spec, List<Path> classpath) {
    if (!spec.startsWith(PREFIX)) {
      throw new TargetSpecException(spec, USAGE);
    }
    Class<?> type = load(spec, spec.substring(PREFIX.length()), classpath);
    if (!Syscalls.class.isAssignableFrom(type)) {
      throw new TargetSpecException(spec, "a class that implements " + Syscalls.class.getName());
    }
    return constructor(spec, type).getDeclaringClass().asSubclass(Syscalls.class);
  }

  /** A class has all the calls; its clock can be told if it says how. */
  private static Support support(Class<?> type) {
    try {
      Class<?> declaring = type.getMethod("expire", Thread.class).getDeclaringClass();
      return new Support(Support.ALL.calls(), declaring != Syscalls.class);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Gives fresh kernels of a {@code java:} target whose class is on our own class path.
   *
   * @throws TargetSpecException if it is no such target, or there is no such class
   */
  public static Supplier<Syscalls> factory(String spec) {
    return factory(spec, implementation(spec, List.of()));
  }

  private static Supplier<Syscalls> factory(String spec, Class<?> type) {
    Constructor<?> constructor = constructor(spec, type);
    return () -> Syscalls.class.cast(instance(constructor));
  }

  private static Class<?> load(String spec, String className, List<Path> classpath) {
    try {
      ClassLoader own = JavaKind.class.getClassLoader();
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
