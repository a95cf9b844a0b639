package bindcheck.spec;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An alternative of a choice; steps cite it as {@code C-...=alternative}. */
public record Alternative(String choice, String name) {
  private static final char IS = '=';

  /** The alternative that an id stands for; of a requirement, or a choice by itself, none. */
  public static Optional<Alternative> parse(String id) {
    int split = id.indexOf(IS);
    return split < 0
        ? Optional.empty()
        : Optional.of(new Alternative(id.substring(0, split), id.substring(split + 1)));
  }

  /** The alternatives among some ids, in the order of these. */
  public static List<Alternative> among(Collection<String> ids) {
    return ids.stream().map(Alternative::parse).flatMap(Optional::stream).toList();
  }

  /** The id without the alternative, if it has one. */
  public static String withoutName(String id) {
    return parse(id).map(Alternative::choice).orElse(id);
  }

  /** Its id. */
  @Override
  public String toString() {
    return choice + IS + name;
  }
}
