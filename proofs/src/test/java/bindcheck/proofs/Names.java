package bindcheck.proofs;

import java.util.List;

/** What the names mean that are in scope: the last one given first. */
record Names(String name, Thunk meaning, Names rest) {
  static final Names NONE = null;

  static Names with(Names names, String name, Thunk meaning) {
    return new Names(name, meaning, names);
  }

  static Names with(Names names, List<String> parameters, List<Thunk> arguments) {
    Names all = names;
    for (int i = 0; i < parameters.size(); i++) {
      all = with(all, parameters.get(i), arguments.get(i));
    }
    return all;
  }

  static Thunk find(Names names, String name) {
    for (Names each = names; each != null; each = each.rest) {
      if (each.name.equals(name)) {
        return each.meaning;
      }
    }
    throw new IllegalArgumentException("no meaning of " + name);
  }
}
