package bindcheck.litmus.monitor;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what a class keeps to itself, by the names of its fields. */
final class Fields {
  private static final Map<Class<?>, Map<String, Field>> FOUND = new ConcurrentHashMap<>();

  private Fields() {}

  static Object of(Object object, String name) {
    try {
      return FOUND
          .computeIfAbsent(object.getClass(), type -> new ConcurrentHashMap<>())
          .computeIfAbsent(name, field -> find(object.getClass(), field))
          .get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean is(Object object, String name) {
    return (Boolean) of(object, name);
  }

  static int number(Object object, String name) {
    return (Integer) of(object, name);
  }

  /** The bits of a long, as the specification has them: a name. */
  static String bits(Object object, String name) {
    return Long.toString((Long) of(object, name));
  }

  private static Field find(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
