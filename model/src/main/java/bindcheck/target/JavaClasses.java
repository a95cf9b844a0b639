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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

  /** The classes of a target after they were rewritten. */
  public static final class Rewritten {
    private final ClassLoader loader;
    private final Supplier<Syscalls> factory;
    private final Support support;

    private Rewritten(ClassLoader loader, Supplier<Syscalls> factory, Support support) {
      this.loader = loader;
      this.factory = factory;
      this.support = support;
    }

    /** What the target has. */
    public Support support() {
      return support;
    }

    /** Gives fresh kernels. */
    public Supplier<Syscalls> factory() {
      return factory;
    }

    /** Initializes a class that the implementation refers to, if there is one. */
    public void initialize(String name) {
      try {
        Class.forName(name, true, loader);
      } catch (ClassNotFoundException | LinkageError notThere) {
        // Whoever comes to need it will find out.
      }
    }
  }

  /**
   * The classes of a {@code java:} target, rewritten.
   *
   * @param ours classes that what is written in calls, which are not rewritten
   * @param rewriter gives the file of a class for another one
   * @throws TargetSpecException if it is no such target, or there is no such class
   */
  public static Rewritten rewritten(
      String spec, List<Path> classpath, Set<String> ours, UnaryOperator<byte[]> rewriter) {
    Set<String> shared = new HashSet<>(SHARED);
    shared.addAll(ours);
    ClassLoader plain = loader(spec, classpath);
    ClassLoader loader = new RewritingLoader(plain, className(spec), shared, rewriter);
    Class<?> type = initialized(spec, loader);
    return new Rewritten(loader, factory(spec, type), support(type));
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
