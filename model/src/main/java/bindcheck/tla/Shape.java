package bindcheck.tla;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The fields of records, sorted by name; there is one object for equal ones. */
final class Shape {
  private static final Map<List<String>, Shape> ALL = new ConcurrentHashMap<>();

  final String[] names;
  private final int hash;

  private Shape(List<String> names) {
    this.names = names.toArray(String[]::new);
    this.hash = names.hashCode();
  }

  static Shape of(Collection<String> names) {
    return ALL.computeIfAbsent(List.copyOf(new TreeSet<>(names)), Shape::new);
  }

  /** The place of a field; negative where there is none of that name. */
  int place(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  int compareTo(Shape other) {
    return Arrays.compare(names, other.names);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
