package bindcheck.litmus.monitor;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What of an object of a class makes a difference to who uses it. */
final class Form {
  private enum Kind {
    /** What is equal to it is as good. */
    VALUE,
    /** It has fields that can be read. */
    FIELDS,
    ARRAY,
    COLLECTION,
    MAP,
    /** Its text says all. */
    TEXT,
    REFERENCE,
    /** It leads to what another object has. */
    VIEW,
    /** Nothing of it that matters can change. */
    FIXED,
    /** Nobody knows. */
    UNKNOWN
  }

  private static final List<Class<?>> VALUES =
      List.of(
          Number.class,
          CharSequence.class,
          Boolean.class,
          Character.class,
          Class.class,
          Enum.class,
          Thread.class);

  private static final List<Class<?>> TEXTS =
      List.of(
          AtomicInteger.class,
          AtomicLong.class,
          AtomicBoolean.class,
          LongAdder.class,
          LongAccumulator.class,
          DoubleAdder.class,
          DoubleAccumulator.class,
          StringBuilder.class,
          StringBuffer.class,
          BitSet.class);

  /** Containers whose order follows from the hashes of what they hold. */
  private static final Set<Class<?>> HASHED =
      Set.of(
          HashMap.class,
          HashSet.class,
          Hashtable.class,
          WeakHashMap.class,
          ConcurrentHashMap.class);

  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return new Form(type);
        }
      };

  private final Kind kind;
  private final long name;
  private final Field[] fields;

  /** Whether its hash is another one in every run. */
  private final boolean isHashedByIdentity;

  private final boolean isHashed;

  private Form(Class<?> type) {
    kind = kind(type);
    isHashed = HASHED.contains(type);
    isHashedByIdentity = isHashedByIdentity(type);
    name = Mix.of(type.getName().replaceAll("/0x.*", ""));
    fields = kind == Kind.FIELDS ? fields(type) : new Field[0];
  }

  static Form of(Class<?> type) {
    return FORMS.get(type);
  }

  private static Kind kind(Class<?> type) {
    if (isAny(TEXTS, type)) {
      return Kind.TEXT;
    }
    if (isAny(VALUES, type)) {
      return Kind.VALUE;
    }
    if (type.isArray()) {
      return Kind.ARRAY;
    }
    boolean isPlatform = type.getName().startsWith("java") || type.getName().startsWith("jdk.");
    if (!isPlatform) {
      return Throwable.class.isAssignableFrom(type) ? Kind.FIXED : Kind.FIELDS;
    }
    if (Collection.class.isAssignableFrom(type)) {
      return Kind.COLLECTION;
    }
    if (Map.class.isAssignableFrom(type)) {
      return Kind.MAP;
    }
    if (type == AtomicReference.class || type == Optional.class) {
      return Kind.REFERENCE;
    }
    if (Iterator.class.isAssignableFrom(type) || Map.Entry.class.isAssignableFrom(type)) {
      return Kind.VIEW;
    }
    boolean isFixed = type == Object.class || Throwable.class.isAssignableFrom(type);
    return isFixed ? Kind.FIXED : Kind.UNKNOWN;
  }

  private static boolean isHashedByIdentity(Class<?> type) {
    try {
      Class<?> by = type.getMethod("hashCode").getDeclaringClass();
      return by == Object.class || by == Enum.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isAny(List<Class<?>> types, Class<?> type) {
    return types.stream().anyMatch(each -> each.isAssignableFrom(type));
  }

  private static Field[] fields(Class<?> type) {
    List<Field> all = new ArrayList<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .forEach(all::add);
    }
    Field[] fields = all.toArray(Field[]::new);
    AccessibleObject.setAccessible(fields, true);
    return fields;
  }

  boolean isValue() {
    return kind == Kind.VALUE;
  }

  /** Whether code that is not rewritten reads or writes it when it gets hold of it. */
  boolean isUsedByOthers() {
    return kind != Kind.VALUE && kind != Kind.FIELDS && kind != Kind.FIXED;
  }

  /** What a value is, in a number. */
  long value(Object object, Execution execution) {
    if (object instanceof Lane lane) {
      return Mix.of(name, lane.strand().id());
    }
    if (object instanceof Class<?> type) {
      return Mix.of(type.getName());
    }
    boolean isConstant = object instanceof Enum<?>;
    return Mix.of(name, Mix.of(isConstant ? ((Enum<?>) object).name() : object.toString()));
  }

  /** What is in an object that is no value, in a number. */
  long content(Object object, Heap heap) {
    return switch (kind) {
      case FIELDS -> ofFields(object, heap);
      case ARRAY -> ofArray(object, heap);
      case COLLECTION -> ofAll((Collection<?>) object, heap);
      case MAP -> ofMap((Map<?, ?>) object, heap);
      case TEXT -> Mix.of(name, Mix.of(object.toString()));
      case REFERENCE -> Mix.of(name, heap.reference(referent(object)));
      case VIEW, FIXED, VALUE -> name;
      case UNKNOWN -> {
        heap.cannotSee(object.getClass());
        yield name;
      }
    };
  }

  private static Object referent(Object object) {
    return object instanceof AtomicReference<?> reference
        ? reference.get()
        : ((Optional<?>) object).orElse(null);
  }

  private long ofFields(Object object, Heap heap) {
    long hash = name;
    try {
      for (Field field : fields) {
        hash = Mix.of(hash, ofField(field, object, heap));
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
    return hash;
  }

  private static long ofField(Field field, Object object, Heap heap) throws IllegalAccessException {
    Class<?> type = field.getType();
    if (!type.isPrimitive()) {
      return heap.reference(field.get(object));
    }
    if (type == boolean.class) {
      return field.getBoolean(object) ? 1 : 0;
    }
    if (type == char.class) {
      return field.getChar(object);
    }
    if (type == double.class || type == float.class) {
      return Double.doubleToLongBits(field.getDouble(object));
    }
    return field.getLong(object);
  }

  private long ofArray(Object array, Heap heap) {
    int length = Array.getLength(array);
    long hash = Mix.of(name, length);
    for (int i = 0; i < length; i++) {
      hash = Mix.of(hash, heap.reference(Array.get(array, i)));
    }
    return hash;
  }

  private long ofAll(Collection<?> elements, Heap heap) {
    long hash = Mix.of(name, elements.size());
    long sum = 0;
    for (Object each : elements) {
      if (hasNoOrder(each)) {
        sum += Mix.of(0, heap.reference(each));
      } else {
        hash = Mix.of(hash, heap.reference(each));
      }
    }
    return Mix.of(hash, sum);
  }

  private long ofMap(Map<?, ?> map, Heap heap) {
    long hash = Mix.of(name, map.size());
    long sum = 0;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      long key = heap.reference(each.getKey());
      long value = heap.reference(each.getValue());
      if (hasNoOrder(each.getKey())) {
        sum += Mix.of(Mix.of(0, key), value);
      } else {
        hash = Mix.of(Mix.of(hash, key), value);
      }
    }
    return Mix.of(hash, sum);
  }

  /** Whether the place of an element, or of a key, in this container is of no meaning. */
  private boolean hasNoOrder(Object element) {
    return isHashed && element != null && of(element.getClass()).isHashedByIdentity;
  }
}
