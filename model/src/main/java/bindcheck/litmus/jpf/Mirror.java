package bindcheck.litmus.jpf;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** An object of Java PathFinder, against whose types nothing here is compiled. */
final class Mirror {
  private record Signature(Class<?> type, String name, int arity) {}

  private static final ConcurrentMap<Signature, Method> METHODS = new ConcurrentHashMap<>();

  private final Object object;

  Mirror(Object object) {
    this.object = object;
  }

  Object object() {
    return object;
  }

  /**
   * Calls a public method.
   *
   * @throws JpfCrash with what it throws
   */
  Object call(String method, Object... arguments) {
    Signature signature = new Signature(object.getClass(), method, arguments.length);
    try {
      return METHODS.computeIfAbsent(signature, Mirror::find).invoke(object, arguments);
    } catch (InvocationTargetException thrown) {
      throw new JpfCrash(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new JpfCrash(impossible);
    }
  }

  Mirror at(String method, Object... arguments) {
    return new Mirror(call(method, arguments));
  }

  boolean is(String method) {
    return (boolean) call(method);
  }

  int integer(String method, Object... arguments) {
    return (int) call(method, arguments);
  }

  String text(String method, Object... arguments) {
    return String.valueOf(call(method, arguments));
  }

  /** Reads a public field. */
  long field(String name) {
    try {
      return ((Number) object.getClass().getField(name).get(object)).longValue();
    } catch (ReflectiveOperationException e) {
      throw new JpfCrash(e);
    }
  }

  /** The method whose parameters fit, of several the one that takes a name, not an object of it. */
  private static Method find(Signature signature) {
    Method found =
        Arrays.stream(signature.type.getMethods())
            .filter(method -> method.getName().equals(signature.name))
            .filter(method -> method.getParameterCount() == signature.arity)
            .filter(Mirror::takesPlainValues)
            .findFirst()
            .orElseThrow(() -> new JpfCrash(new NoSuchMethodException(signature.toString())));
    found.setAccessible(true);
    return found;
  }

  private static boolean takesPlainValues(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .allMatch(type -> type == int.class || type == String.class || type.isInterface());
  }
}
