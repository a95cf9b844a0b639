package bindcheck.api;

import bindcheck.script.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks implementations of {@code zx_interrupt_bind} and of the calls around it against their
 * specification.
 *
 * <pre>{@code
 * try (Implementation mine = Bindcheck.open("java:my.Kernel")) {
 *   CheckResult result = Bindcheck.check(mine, "small");
 *   System.out.println(result.verdict());
 *   result.rejections().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>What the specification allows is remembered for all who ask in a Java machine: threads that
 * use this class take turns.
 */
public final class Bindcheck {
  private Bindcheck() {}

  /**
   * Opens a target by the name that the command line knows it by: {@code java:CLASS}, {@code
   * process:COMMAND}, {@code library:PATH}, {@code spec:VARIANT} or {@code zoo:NAME}.
   *
   * @throws IllegalArgumentException if there is no such target; the message says what is expected
   * @throws bindcheck.target.TargetException if there is, but it fails at once
   */
  public static Implementation open(String target) {
    return open(target, List.of());
  }

  /**
   * The same, of a class that may be elsewhere.
   *
   * @param classpath folders and jars in which the classes of a {@code java:} target are looked for
   *     before those of this Java machine
   */
  public static Implementation open(String target, List<Path> classpath) {
    return new Implementation(target, classpath);
  }

  /**
   * Replays a suite of the document on an implementation, up to the first failure of each scene.
   *
   * @param suite {@code quick}, {@code small}, {@code full} or {@code complete}
   * @throws IllegalArgumentException if there is no suite of that name
   */
  public static CheckResult check(Implementation target, String suite) {
    return check(target, Check.suite(suite));
  }

  /**
   * Replays a suite on an implementation.
   *
   * @throws IllegalArgumentException if there is no such suite, or no such variant
   */
  public static CheckResult check(Implementation target, Check check) {
    List<SceneOutcome> scenes = scenes(target, check).toList();
    return Specification.use(spec -> CheckResult.of(spec, scenes));
  }

  /**
   * The same, one scene after the other: each is replayed when the stream comes to it.
   *
   * @throws IllegalArgumentException if there is no such suite, or no such variant
   */
  public static Stream<SceneOutcome> scenes(Implementation target, Check check) {
    SceneRun run = Specification.use(spec -> new SceneRun(spec, target, check));
    return run.scenes().stream().map(run::of);
  }

  /**
   * Plays a script on an implementation, on a fresh kernel, and has the document judge it. A line
   * whose thread is busy, or whose handles were never made, is passed over.
   *
   * @return the first step that is not allowed; empty where there is none
   */
  public static Optional<Rejection> play(Implementation target, Script script) {
    return Specification.use(spec -> new ScriptPlay(spec, target).of(script));
  }

  /**
   * Judges a recorded history.
   *
   * @param variant who judges, as {@code doc} or {@code zircon-2018}
   * @throws IllegalArgumentException if there is no such variant
   * @throws bindcheck.file.InputException if the file is no history; the message names the line
   */
  public static HistoryResult judge(Path history, String variant) {
    return Specification.use(spec -> HistoryResult.of(spec, history, variant));
  }
}
