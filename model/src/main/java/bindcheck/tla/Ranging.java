package bindcheck.tla;

import java.util.ArrayList;
import java.util.List;

/** Names that range over sets: the last one changes first. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ranging(Code[] sets, int[] slots) {
  private Value[][] elements(Frame frame) {
    Value[][] elements = new Value[sets.length][];
    for (int i = 0; i < sets.length; i++) {
      elements[i] = Standard.set(sets[i].value(frame)).elements;
    }
    return elements;
  }

  Value image(Frame frame, Code body) {
    List<Value> found = new ArrayList<>();
    image(frame, body, elements(frame), 0, found);
    return SetValue.of(found);
  }

  private void image(Frame frame, Code body, Value[][] all, int name, List<Value> found) {
    if (name == all.length) {
      found.add(body.value(frame));
      return;
    }
    for (Value element : all[name]) {
      frame.slots[slots[name]] = element;
      image(frame, body, all, name + 1, found);
    }
  }

  /** Whether the condition is so for any. */
  boolean some(Frame frame, Code body, boolean so) {
    return some(frame, body, so, elements(frame), 0);
  }

  private boolean some(Frame frame, Code body, boolean so, Value[][] all, int name) {
    if (name == all.length) {
      return body.holds(frame) == so;
    }
    for (Value element : all[name]) {
      frame.slots[slots[name]] = element;
      if (some(frame, body, so, all, name + 1)) {
        return true;
      }
    }
    return false;
  }

  Value filter(Frame frame, Code body) {
    List<Value> kept = new ArrayList<>();
    for (Value element : elements(frame)[0]) {
      frame.slots[slots[0]] = element;
      if (body.holds(frame)) {
        kept.add(element);
      }
    }
    return SetValue.ofSorted(kept.toArray(Value[]::new));
  }

  /** The first in the order of values. */
  Value choose(Frame frame, Code body) {
    for (Value element : elements(frame)[0]) {
      frame.slots[slots[0]] = element;
      if (body.holds(frame)) {
        return element;
      }
    }
    throw new EvaluationException("nothing to choose");
  }

  Value function(Frame frame, Code body) {
    Value[] domain = elements(frame)[0];
    Value[] values = new Value[domain.length];
    for (int i = 0; i < domain.length; i++) {
      frame.slots[slots[0]] = domain[i];
      values[i] = body.value(frame);
    }
    return FunctionValue.of(domain, values);
  }
}
