package bindcheck.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.api.Bindcheck;
import bindcheck.api.Check;
import bindcheck.api.Implementation;
import bindcheck.api.Requirement;
import bindcheck.api.SceneOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Whether an implementation does what is allowed, as tests: a container a scene, in it a test for
 * each requirement that the scene exercises, and one for the scene as a whole. A test that fails
 * shows what was observed, what is allowed, and a short script with its chart.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> conforms() {
 *   return Conformance.of("java:my.Kernel").suite("small").tests();
 * }
 * }</pre>
 */
public final class Conformance {
  private final String target;
  private final List<Path> classpath;
  private final Check check;

  private Conformance(String target, List<Path> classpath, Check check) {
    this.target = target;
    this.classpath = classpath;
    this.check = check;
  }

  /**
   * Of a target, by the name that the command line knows it by; the suite is {@code small}, and the
   * document judges.
   */
  public static Conformance of(String target) {
    return new Conformance(target, List.of(), Check.suite("small"));
  }

  /** Of a class that is on the class path of the tests. */
  public static Conformance of(Class<?> kernel) {
    return of("java:" + kernel.getName());
  }

  /** The same, where classes of a {@code java:} target are looked for in these places first. */
  public Conformance classpath(List<Path> places) {
    return new Conformance(target, List.copyOf(places), check);
  }

  /**
   * The same with another suite: {@code quick}, {@code small}, {@code full} or {@code complete}.
   */
  public Conformance suite(String name) {
    return new Conformance(target, classpath, new Check(name, check.judge(), check.goesOn()));
  }

  /** The same, judged by another variant than {@code doc}. */
  public Conformance judgedBy(String variant) {
    return new Conformance(target, classpath, check.judgedBy(variant));
  }

  /** The same, where a scene goes on after a failure, so that all of them show. */
  public Conformance goingOn() {
    return new Conformance(target, classpath, check.goingOn());
  }

  /**
   * The tests. A scene is replayed when the stream comes to it; the end of the stream closes the
   * target.
   *
   * @throws IllegalArgumentException if there is no such target, suite or variant
   */
  public Stream<DynamicContainer> tests() {
    Implementation opened = Bindcheck.open(target, classpath);
    try {
      return Bindcheck.scenes(opened, check).map(Conformance::container).onClose(opened::close);
    } catch (RuntimeException unknown) {
      opened.close();
      throw unknown;
    }
  }

  private static DynamicContainer container(SceneOutcome scene) {
    Stream<DynamicTest> requirements =
        scene.requirements().stream()
            .map(each -> dynamicTest(each.id() + ": " + each.text(), () -> requireMet(each)));
    return dynamicContainer(
        scene.name(), Stream.concat(requirements, Stream.of(whole(scene))).toList());
  }

  private static void requireMet(Requirement requirement) {
    if (!requirement.isMet()) {
      String head = requirement.from() + ": " + requirement.text();
      throw Outcomes.failure(head, requirement.rejections());
    }
  }

  private static DynamicTest whole(SceneOutcome scene) {
    String text = scene.reason().isEmpty() ? "all of its steps" : scene.reason();
    return dynamicTest(
        "verdict", () -> Outcomes.require(scene.verdict(), text, scene.rejections()));
  }
}
