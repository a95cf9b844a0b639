package bindcheck.target;

import bindcheck.target.perturb.Points;
import bindcheck.target.perturb.RewritingLoader;
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
import java.util.Set;
import java.util.function.Supplier;

/**
 * A public class with a public constructor without parameters that implements {@link Syscalls};
 * each reset makes a fresh instance.
 */
public final class JavaKind implements TargetKind {
  private static final String PREFIX = "java:";

  /** What an implementation and its driver must mean the same by. */
  private static final Set<String> SHARED =
      Set.of(Syscalls.class.getName(), Packet.class.getName());

  private static final String USAGE = PREFIX + "CLASS";

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public Target open(
      String spec, String className, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(spec, implementation(spec, classpath), timeOut, settle);
  }

  @Override
  public Target openPerturbed(
      String spec, String className, List<Path> classpath, Duration timeOut, Duration settle) {
    ClassLoader loader = new RewritingLoader(loader(spec, classpath), className, SHARED);
    return open(spec, implementation(spec, load(spec, className, loader)), timeOut, settle)
        .perturbedBy(Points.PERTURBATION);
  }

  private static JavaTarget open(String spec, Class<?> type, Duration timeOut, Duration settle) {
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
    String className = spec.substring(PREFIX.length());
    return implementation(spec, load(spec, className, loader(spec, classpath)));
  }

  private static Class<? extends Syscalls> implementation(String spec, Class<?> type) {
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

  private static ClassLoader loader(String spec, List<Path> classpath) {
    ClassLoader own = JavaKind.class.getClassLoader();
    return classpath.isEmpty() ? own : new URLClassLoader(urls(spec, classpath), own);
  }

  private static Class<?> load(String spec, String className, ClassLoader loader) {
    try {
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
