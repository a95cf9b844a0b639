package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an implementation may do where there is a choice.
 *
 * @param name what it is called; empty where it was made from another one
 * @param alternatives of each choice those that it allows
 */
public record Variant(String name, SortedMap<String, SortedSet<String>> alternatives) {

  /** Keeps a copy. */
  public Variant {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>(alternatives);
    copy.replaceAll((choice, some) -> Collections.unmodifiableSortedSet(new TreeSet<>(some)));
    alternatives = Collections.unmodifiableSortedMap(copy);
  }

  static Variant read(String name, Value record) {
    SortedMap<String, SortedSet<String>> alternatives = new TreeMap<>();
    Terms.fields(record).forEach((choice, set) -> alternatives.put(choice, Terms.texts(set)));
    return new Variant(name, alternatives);
  }

  /** It as the specification has it: a record that gives each choice its alternatives. */
  Value toRecord() {
    SortedMap<String, Value> fields = new TreeMap<>();
    alternatives.forEach((choice, some) -> fields.put(choice, Terms.strings(some)));
    return Terms.record(fields);
  }

  /** What it allows of a choice. */
  public SortedSet<String> of(String choice) {
    return alternatives.get(choice);
  }

  /** All that it allows, by choice. */
  public Stream<Alternative> taken() {
    return alternatives.entrySet().stream()
        .flatMap(of -> of.getValue().stream().map(one -> new Alternative(of.getKey(), one)));
  }

  public boolean allows(Alternative alternative) {
    return of(alternative.choice()).contains(alternative.name());
  }

  /** Whether it allows several alternatives of a choice. */
  public boolean leavesOpen(String choice) {
    return of(choice).size() > 1;
  }

  /** Whether it allows one alternative of each choice. */
  public boolean isResolved() {
    return alternatives.keySet().stream().noneMatch(this::leavesOpen);
  }

  /** It with the first alternative of each choice that it leaves open, under its name. */
  public Variant resolved() {
    SortedMap<String, SortedSet<String>> first = new TreeMap<>();
    alternatives.forEach((choice, all) -> first.put(choice, new TreeSet<>(Set.of(all.first()))));
    return new Variant(name, first);
  }

  /** It with what these choices have there. */
  public Variant with(Map<String, ? extends SortedSet<String>> others) {
    SortedMap<String, SortedSet<String>> changed = new TreeMap<>(alternatives);
    changed.putAll(others);
    return new Variant("", changed);
  }

  /** It with other alternatives of one choice. */
  public Variant with(String choice, SortedSet<String> others) {
    return with(Map.of(choice, others));
  }

  /** It with that alternative of its choice, and no other. */
  public Variant taking(Alternative only) {
    return with(only.choice(), new TreeSet<>(Set.of(only.name())));
  }

  /** It with one alternative more. */
  public Variant widened(Alternative more) {
    SortedSet<String> wider = new TreeSet<>(of(more.choice()));
    wider.add(more.name());
    return with(more.choice(), wider);
  }

  /** It with no more than these alternatives of each of their choices, where it allows any. */
  public Variant within(Map<String, ? extends SortedSet<String>> others) {
    SortedMap<String, SortedSet<String>> common = new TreeMap<>();
    others.forEach(
        (choice, some) -> {
          SortedSet<String> both = new TreeSet<>(of(choice));
          both.retainAll(some);
          common.put(choice, both.isEmpty() ? of(choice) : both);
        });
    return with(common);
  }
}
