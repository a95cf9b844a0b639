package bindcheck.call;

import java.util.HashMap;
import java.util.Map;

/**
 * What the names of handles mean: the values that a target gave for them. A name without a handle
 * means the invalid one, 0, and so does one whose value has been given out again, to another name.
 */
public final class HandleTable {
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();

  /** No name means anything. */
  public HandleTable() {}

  /** The same names with the same meanings, to go on from. */
  public HandleTable(HandleTable from) {
    values.putAll(from.values);
    names.putAll(from.names);
  }

  /** Has a name mean the handle that a call returned, if it did return one. */
  public void assign(String name, Reply reply) {
    if (reply.output() instanceof Reply.Handle handle) {
      assign(name, handle.raw());
    }
  }

  /** Has a name mean that value. */
  public void assign(String name, int value) {
    values.put(name, value);
    names.put(value, name);
  }

  /** Whether the name means a handle that some call returned. */
  public boolean isKnown(String name) {
    Integer value = values.get(name);
    return value != null && (value == 0 || name.equals(names.get(value)));
  }

  /** The value, a u32; 0 where the name means none. */
  public int value(String name) {
    return isKnown(name) ? values.get(name) : 0;
  }

  /** The call with the values of its handles. */
  public Call resolve(Call call) {
    return call.resolve(this::value);
  }
}
