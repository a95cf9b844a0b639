package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import bindcheck.zoo.ChangedReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Plays a script on a target, judged by the document. */
final class Playback {
  private Playback() {}

  /** The number of the first line that goes wrong, from 1; empty where none does. */
  private static OptionalInt firstFailure(Script script, Target target) {
    Vocabulary vocabulary = new Vocabulary();
    Judge judge = new Judge(new Automaton(Scenes.DOC, threads(script)), vocabulary);
    Session session = new Session(target, judge, vocabulary);
    session.reset();
    try {
      for (int i = 0; i < script.lines().size(); i++) {
        if (!isAllowed(session, script.lines().get(i))) {
          return OptionalInt.of(i + 1);
        }
      }
      return OptionalInt.empty();
    } finally {
      session.abandon();
    }
  }

  /** Asserts that the script's last line, and no other, goes wrong; on the reference none does. */
  static void assertKills(Script script, ChangedReference faulty) {
    try (Target target = faulty.open()) {
      OptionalInt last = OptionalInt.of(script.lines().size());
      assertEquals(last, firstFailure(script, target), () -> "on the faulty one:\n" + script);
    }
    try (Target reference = Targets.open(Targets.DEFAULT)) {
      OptionalInt none = OptionalInt.empty();
      assertEquals(none, firstFailure(script, reference), () -> "on the reference:\n" + script);
    }
  }

  private static boolean isAllowed(Session session, Line line) {
    try {
      return session.play(line).isAllowed();
    } catch (TargetException e) {
      return switch (e.reason()) {
        case THREW, DEADLOCK, NONSENSE -> false;
        case TIME_OUT, CRASHED, NOT_STOPPED -> throw e;
      };
    }
  }

  private static List<String> threads(Script script) {
    Set<String> threads = new LinkedHashSet<>(List.of(Line.MAIN));
    script.lines().forEach(line -> threads.add(line.thread()));
    return List.copyOf(threads);
  }
}
