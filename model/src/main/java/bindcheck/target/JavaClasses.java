package bindcheck.target;

import bindcheck.call.Op;
import bindcheck.target.perturb.Points;
import bindcheck.target.perturb.RewritingLoader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The classes of {@code java:} targets: public ones with a public constructor without parameters
 * that implement {@link Syscalls}; each reset makes a fresh instance.
 */
public final class JavaClasses {
  /** How a user names such a target. */
  public static final String USAGE = "java:CLASS";

  private static final String PREFIX = "java:";

  /** What an implementation and its driver must mean the same by. */
  private static final Set<String> SHARED =
      Set.of(Syscalls.class.getName(), Packet.class.getName());

  private JavaClasses() {}

  /**
   * Opens one in this Java machine, which is at its mercy.
   *
   * @throws TargetSpecException if it is no such target, or there is no such class
   */
  public static JavaTarget open(
      String spec, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(spec, initialized(spec, loader(spec, classpath)), timeOut, settle);
  }

  /** The same, of one whose threads can be held up. */
  public static JavaTarget openPerturbed(
      String spec, List<Path> classpath, Duration timeOut, Duration settle) {
    ClassLoader plain = loader(spec, classpath);
    ClassLoader loader = new RewritingLoader(plain, className(spec), SHARED);
    return open(spec, initialized(spec, loader), timeOut, settle).perturbedBy(Points.PERTURBATION);
  }

  private static JavaTarget open(String spec, Class<?> type, Duration timeOut, Duration settle) {
    return new JavaTarget(spec, factory(spec, type), support(type), timeOut, settle);
  }

  /**
   * The class of a {@code java:} target, for who looks at its code rather than drives it: nothing
   * of it has run.
   *
   * @throws TargetSpecException if it is no such target, or there is no such class
   */
  public static Class<? extends Syscalls> implementation(String spec, List<Path> classpath) {
    return implementation(spec, load(spec, false, loader(spec, classpath)));
  }

  private static Class<?> initialized(String spec, ClassLoader loader) {
    return implementation(spec, load(spec, true, loader));
  }

  private static String className(String spec) {
    if (!spec.startsWith(PREFIX)) {
      throw new TargetSpecException(spec, USAGE);
    }
    return spec.substring(PREFIX.length());
  }

  private static Class<? extends Syscalls> implementation(String spec, Class<?> type) {
    if (!Syscalls.class.isAssignableFrom(type)) {
      throw new TargetSpecException(spec, "a class that implements " + Syscalls.class.getName());
    }
    return constructor(spec, type).getDeclaringClass().asSubclass(Syscalls.class);
  }

  /** A class has the calls that do more than to refuse; its clock can be told if it says how. */
  private static Support support(Class<?> type) {
    Set<Op> calls = EnumSet.allOf(Op.class);
    calls.removeAll(MissingCalls.of(type));
    try {
      Class<?> declaring = type.getMethod("expire", Thread.class).getDeclaringClass();
      return new Support(calls, declaring != Syscalls.class);
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
    ClassLoader own = JavaClasses.class.getClassLoader();
    return classpath.isEmpty() ? own : new ClassPathLoader(spec, classpath, SHARED, own);
  }

  private static Class<?> load(String spec, boolean initialize, ClassLoader loader) {
    try {
      return Class.forName(className(spec), initialize, loader);
    } catch (ClassNotFoundException | LinkageError notLoaded) {
      throw new TargetSpecException(
          spec, "a class on the class path that loads (" + notLoaded + ")");
    }
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
