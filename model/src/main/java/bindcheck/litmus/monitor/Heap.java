package bindcheck.litmus.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The objects of an execution. Each has a label, from the thread that met it first and what that
 * thread did; two executions whose objects of the same label have the same in them go on alike.
 */
final class Heap {
  private static final class Tag {
    private final long label;
    private int visit;

    Tag(long label) {
      this.label = label;
    }
  }

  private final Execution execution;
  private final IdentityHashMap<Object, Tag> tags = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Object> origins = new IdentityHashMap<>();
  private final Deque<Object> open = new ArrayDeque<>();

  /** What no thread has met yet, by where it was found. */
  private final IdentityHashMap<Object, Tag> hidden = new IdentityHashMap<>();

  private long parent;
  private int visit;
  private String unseen;

  Heap(Execution execution) {
    this.execution = execution;
  }

  /** Gives an object its label, unless it has one. */
  void tag(Object object, Strand by) {
    if (!tags.containsKey(object)) {
      tags.put(object, new Tag(by.nextLabel()));
    }
  }

  /** An object that nobody has seen yet is a view of another one: an iterator, say. */
  void came(Object object, Object from) {
    if (!tags.containsKey(object)) {
      origins.put(object, origin(from));
    }
  }

  /** What an object is a view of, or itself. */
  Object origin(Object object) {
    return origins.getOrDefault(object, object);
  }

  /** The label of an object, or of a class. */
  long label(Object object) {
    Form form = Form.of(object.getClass());
    return form.isValue() ? form.value(object, execution) : tags.get(object).label;
  }

  /** All that can be reached from there and from what the strands have seen, in a number. */
  long state(Iterable<?> roots) {
    visit++;
    hidden.clear();
    parent = 0;
    long sum = 0;
    for (Object root : roots) {
      sum = Mix.of(sum, reference(root));
    }
    while (!open.isEmpty()) {
      Object object = open.pop();
      parent = tag(object).label;
      // A sum, for the order in which they are come by is of no account.
      sum += Mix.of(parent, Form.of(object.getClass()).content(object, this));
    }
    return sum;
  }

  /** What a reference says, in a number; what it leads to is looked at later. */
  long reference(Object object) {
    if (object == null) {
      return 0;
    }
    Form form = Form.of(object.getClass());
    if (form.isValue()) {
      return form.value(object, execution);
    }
    Tag tag = tag(object);
    if (tag.visit != visit) {
      tag.visit = visit;
      open.push(object);
    }
    return tag.label;
  }

  private Tag tag(Object object) {
    Tag tag = tags.get(object);
    return tag != null
        ? tag
        : hidden.computeIfAbsent(object, first -> new Tag(Mix.of(parent, hidden.size())));
  }

  /** There is an object that nothing is known of. */
  void cannotSee(Class<?> type) {
    unseen = type.getName();
  }

  /** A class of objects because of which states cannot be compared, if there is one. */
  Optional<String> unseen() {
    return Optional.ofNullable(unseen);
  }
}
