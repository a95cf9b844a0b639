package bindcheck.spec;

import bindcheck.file.InputException;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Arrays;
import java.util.List;

/**
 * A scene that a user's module defines.
 *
 * @param name how it is called
 * @param operator its definition
 * @param parameters how many that has: of the kernel and the calls in progress, as many come
 * @param file where it is
 * @param line where it begins, from 1
 * @param mostEdges how many edges its graph may have
 */
record OwnScene(
    String name, String operator, int parameters, String file, int line, int mostEdges) {

  /** The scene as it is in a kernel, with these calls in progress. */
  Value in(SpecModule module, Value kernel, Value calls) {
    try {
      Value[] all = {kernel, calls};
      return module.evaluate(operator, Arrays.copyOf(all, parameters));
    } catch (SpecException e) {
      throw wrong("expected a scene in every state, found that " + e.getMessage());
    } catch (StackOverflowError endless) {
      throw wrong("expected a definition that comes to an end, found one that goes too deep");
    } catch (OutOfMemoryError large) {
      throw wrong("expected sets that fit in memory, found larger ones");
    }
  }

  /** Before it is set up. */
  Value unopened(SpecModule module) {
    return in(module, module.evaluate("EmptyKernel"), Terms.tuple(List.of()));
  }

  /** Whether it belongs to a suite: to all where it names none. */
  boolean isIn(String suite, SpecModule module) {
    Value suites = Terms.optionalField(unopened(module), "suites");
    return suites == null || Terms.texts(suites).contains(suite);
  }

  InputException wrong(String why) {
    return new InputException(file, line, "scene " + name + ": " + why);
  }
}
