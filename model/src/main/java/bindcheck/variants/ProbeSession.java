package bindcheck.variants;

import bindcheck.call.Call;
import bindcheck.oracle.CrossCheck;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Alternative;
import bindcheck.spec.Automaton;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Plays scripts on a target before a judge that allows every alternative, but of a policy only what
 * agrees with all that was observed before; keeps what was observed, and what does not agree.
 */
final class ProbeSession {
  private final Vocabulary vocabulary;
  private final Recording recording;
  private final Session session;
  private final Scene drained;
  private final List<List<Line>> scripts = new ArrayList<>();
  private final SortedMap<String, Identity.Refutation> narrowed = new TreeMap<>();
  private final List<Identity.Unkept> unkept = new ArrayList<>();
  private final List<Identity.Refutation> oddities = new ArrayList<>();

  /** What the step that is not allowed would rest on, were every policy open again. */
  private SortedSet<String> otherwise;

  ProbeSession(SpecModule module, Target target, Automaton every, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.recording = new Recording(target);
    CrossCheck open = new CrossCheck(every, vocabulary);
    this.session =
        new Session(
            recording,
            new Judge(every, vocabulary),
            vocabulary,
            (before, stimulus, seen) -> {
              boolean allowed = before.wouldRestOn(stimulus, seen) != null;
              otherwise = allowed ? null : open.of(before, stimulus, seen);
            });
    this.drained = new Scene(module, Probes.SCENES.get(0));
  }

  /** The alternatives of each policy that agree with what was observed. */
  SortedMap<String, SortedSet<String>> openPolicies() {
    return session.judge().openPolicies();
  }

  /** How many scripts were played. */
  int asked() {
    return scripts.size();
  }

  /** The policies of which another alternative was taken than before. */
  List<Identity.Unkept> unkept() {
    return List.copyOf(unkept);
  }

  /** The steps that no alternative of a single choice explains. */
  List<Identity.Refutation> oddities() {
    return List.copyOf(oddities);
  }

  /** Plays it as far as the target can, and then releases what it left blocked. */
  void play(Probe probe) {
    List<Line> script = new ArrayList<>(probe.linesBefore(vocabulary));
    script.addAll(probe.lastLines(vocabulary));
    if (script.stream().allMatch(this::isSupported)) {
      play(script);
    }
  }

  /** Plays everything once more: what is not kept to may show only then. */
  void playAgain() {
    List.copyOf(scripts).forEach(this::play);
  }

  private void play(List<Line> script) {
    List<Line> made = new ArrayList<>();
    session.reset();
    boolean isPlayed = script.stream().allMatch(line -> session.canMake(line) && step(line, made));
    if (!made.isEmpty()) {
      scripts.add(made);
    }
    if (isPlayed) {
      drain(made);
    } else {
      session.abandon();
    }
  }

  private boolean isSupported(Line line) {
    return !(line.statement() instanceof Call call)
        || recording.support().calls().contains(call.op());
  }

  /** Makes one call; false where nothing allows what is then observed, or it cannot be made. */
  private boolean step(Line line, List<Line> made) {
    try {
      SortedMap<String, SortedSet<String>> before = openPolicies();
      Session.Step step = session.play(line);
      made.add(line);
      Identity.Refutation here = new Identity.Refutation(List.copyOf(made), step);
      if (!step.isAllowed()) {
        note(here, before);
        return false;
      }
      SortedMap<String, SortedSet<String>> after = openPolicies();
      before.keySet().stream()
          .filter(choice -> !before.get(choice).equals(after.get(choice)))
          .forEach(choice -> narrowed.put(choice, here));
      return true;
    } catch (UnsupportedOperationException cannotBeTold) {
      return false;
    }
  }

  private void note(Identity.Refutation here, SortedMap<String, SortedSet<String>> before) {
    for (Alternative taken : Alternative.among(otherwise == null ? Set.of() : otherwise)) {
      String choice = taken.choice();
      SortedSet<String> kept = before.get(choice);
      if (narrowed.containsKey(choice) && !kept.contains(taken.name())) {
        unkept.add(new Identity.Unkept(choice, kept, narrowed.get(choice), taken.name(), here));
        return;
      }
    }
    oddities.add(here);
  }

  private void drain(List<Line> made) {
    for (var release = session.judge().ask(drained::release);
        release != null;
        release = session.judge().ask(drained::release)) {
      if (!session.canSay(release) || !step(session.line(release), made)) {
        session.abandon();
        return;
      }
    }
  }

  /** The first step that the judge does not allow, or null where it allows all. */
  Identity.Refutation refutation(Judge judge) {
    Session again = new Session(recording.replayed(), judge, vocabulary);
    for (List<Line> script : scripts) {
      again.reset();
      List<Line> made = new ArrayList<>();
      for (Line line : script) {
        made.add(line);
        Session.Step step = again.play(line);
        if (!step.isAllowed()) {
          return new Identity.Refutation(made, step);
        }
      }
    }
    return null;
  }
}
