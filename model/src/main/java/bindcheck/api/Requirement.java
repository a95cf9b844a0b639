package bindcheck.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * One requirement, and what came of it.
 *
 * @param id as {@code R-bind}
 * @param from the document that makes it, and the place in it
 * @param text what is required
 * @param steps how many steps that are allowed rest on it
 * @param rejections the steps that do not meet it
 */
public record Requirement(
    String id, String from, String text, long steps, List<Rejection> rejections) {
  /** Keeps a copy. */
  public Requirement {
    rejections = List.copyOf(rejections);
  }

  /** Whether a step has shown that it is met, or that it is not. */
  public boolean isExercised() {
    return steps > 0 || !isMet();
  }

  /** Whether no step has shown that it is not met. */
  public boolean isMet() {
    return rejections.isEmpty();
  }

  /** The same, with what else was seen of it. */
  Requirement with(long more, List<Rejection> others) {
    List<Rejection> all = Stream.concat(rejections.stream(), others.stream()).toList();
    return new Requirement(id, from, text, steps + more, all);
  }
}
