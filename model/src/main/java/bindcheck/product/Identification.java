package bindcheck.product;

import bindcheck.graph.Scene;
import bindcheck.judge.Judge;
import bindcheck.judge.Session;
import bindcheck.judge.Vocabulary;
import bindcheck.script.Call;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds out which alternatives a target takes. For a choice that is still open it plays the
 * shortest script that tells two of its alternatives apart, given what has been found already, and
 * lets a judge that allows every alternative say what then remains; until no script helps.
 */
public final class Identification {
  private static final int DEEP = 12;

  /** A target that lacks calls can make some probes say nothing: enough is enough. */
  private static final int MOST_PROBES_OF_A_CHOICE = 4;

  private final SpecModule module;
  private final Vocabulary vocabulary = Vocabulary.plain();
  private final Automaton every;
  private final Search search;
  private final Recording recording;
  private final Session session;
  private final Scene drained;
  private final SortedMap<String, SortedSet<String>> choices;
  private final SortedMap<String, SortedSet<String>> preferred;
  private final SortedMap<String, SortedSet<String>> free = new TreeMap<>();
  private final Set<Probe> played = new HashSet<>();
  private final Map<String, Integer> probesOf = new HashMap<>();
  private final List<List<Line>> scripts = new ArrayList<>();
  private final List<Identity.Refutation> oddities = new ArrayList<>();

  private Identification(SpecModule module, Target target) {
    this.module = module;
    this.every = Probes.automaton(module);
    this.search = new Search(new Prospect(every, vocabulary));
    this.recording = new Recording(target);
    this.session = new Session(recording, new Judge(every, vocabulary), vocabulary);
    this.drained = new Scene(module, Probes.SCENES.get(0));
    this.choices = Semantics.alternatives(every.semantics().variant());
    choices.keySet().stream()
        .filter(choice -> !session.judge().openPolicies().containsKey(choice))
        .forEach(choice -> free.put(choice, choices.get(choice)));
    this.preferred = Semantics.alternatives(Semantics.variant(module, "reference"));
  }

  /**
   * Identifies a target, which is then fit to be reset.
   *
   * @param patient also plays the scripts of thousands of calls that show how much a port holds
   * @param progress is told each choice before it is looked into
   * @throws bindcheck.target.TargetException if the target neither returns nor blocks
   */
  public static Identity of(
      SpecModule module, Target target, boolean patient, Consumer<String> progress) {
    Identification identification = new Identification(module, target);
    int before;
    do {
      before = identification.played.size();
      for (String choice : identification.choices.keySet()) {
        progress.accept(choice);
        identification.ask(choice, patient);
      }
    } while (identification.played.size() > before);
    return identification.identity();
  }

  /** Plays what tells the open alternatives of a choice apart, as long as there is something. */
  private void ask(String choice, boolean patient) {
    Optional<Probe> probe = next(choice, patient);
    while (probe.isPresent()) {
      probesOf.merge(choice, 1, Integer::sum);
      play(probe.get());
      lookAgain();
      probe = next(choice, patient);
    }
  }

  private Optional<Probe> next(String choice, boolean patient) {
    if (probesOf.getOrDefault(choice, 0) >= MOST_PROBES_OF_A_CHOICE) {
      return Optional.empty();
    }
    SortedSet<String> open = open(choice);
    String mine = resolved().get(choice).first();
    for (String alternative : open) {
      if (!alternative.equals(mine)) {
        Optional<Probe> probe = shortest(choice, mine, alternative, Probes.SCENES, DEEP);
        if (probe.isEmpty() && patient) {
          probe = shortest(choice, mine, alternative, Probes.LONG_SCENES, Integer.MAX_VALUE);
        }
        if (probe.isPresent()) {
          return probe;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Probe> shortest(
      String choice, String one, String other, List<String> scenes, int depth) {
    int view = view(choice, one);
    int changed = view(choice, other);
    return scenes.stream()
        .map(name -> new Scene(module, name))
        .map(scene -> search.shortest(scene, view, changed, depth, false, p -> !played.contains(p)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private int view(String choice, String alternative) {
    Map<String, SortedSet<String>> variant = resolved();
    variant.put(choice, new TreeSet<>(Set.of(alternative)));
    return every.semantics().policies().of(variant);
  }

  /** The alternatives of a choice that agree with what was observed; none where it varies. */
  private SortedSet<String> open(String choice) {
    Set<String> policies = session.judge().openPolicies().get(choice);
    return policies == null ? free.get(choice) : new TreeSet<>(policies);
  }

  /** A free choice is never fixed by a judge: which alternatives agree is found by replaying. */
  private void lookAgain() {
    SortedMap<String, SortedSet<String>> possible = new TreeMap<>(choices);
    possible.putAll(policies());
    free.replaceAll((choice, before) -> agreeing(choice, possible));
  }

  private SortedSet<String> agreeing(String choice, SortedMap<String, SortedSet<String>> possible) {
    SortedMap<String, SortedSet<String>> variant = new TreeMap<>(possible);
    SortedSet<String> agreeing = new TreeSet<>();
    for (String alternative : choices.get(choice)) {
      variant.put(choice, new TreeSet<>(Set.of(alternative)));
      Judge judge = new Judge(every, vocabulary);
      judge.forget(every.semantics().policies().of(variant));
      if (refutation(judge) == null) {
        agreeing.add(alternative);
      }
    }
    return agreeing;
  }

  private SortedMap<String, SortedSet<String>> policies() {
    SortedMap<String, SortedSet<String>> policies = new TreeMap<>();
    session
        .judge()
        .openPolicies()
        .forEach((choice, open) -> policies.put(choice, new TreeSet<>(open)));
    return policies;
  }

  /** One alternative a choice: what was found, else what the reference takes, if that is open. */
  private SortedMap<String, SortedSet<String>> resolved() {
    SortedMap<String, SortedSet<String>> resolved = new TreeMap<>();
    for (String choice : choices.keySet()) {
      SortedSet<String> open = open(choice);
      String reference = preferred.get(choice).first();
      String one = open.isEmpty() || open.contains(reference) ? reference : open.first();
      resolved.put(choice, new TreeSet<>(Set.of(one)));
    }
    return resolved;
  }

  private void play(Probe probe) {
    played.add(probe);
    List<Line> script = new ArrayList<>(probe.linesBefore(vocabulary));
    script.addAll(probe.lastLines(vocabulary));
    if (!script.stream().allMatch(this::isSupported)) {
      return;
    }
    List<Line> made = new ArrayList<>();
    scripts.add(made);
    session.reset();
    for (Line line : script) {
      if (!session.canMake(line) || !step(line, made)) {
        session.abandon();
        return;
      }
    }
    drain(made);
  }

  private boolean isSupported(Line line) {
    return !(line.stimulus() instanceof Call call)
        || recording.support().calls().contains(call.op());
  }

  /** Makes one call; false where nothing allows what is then observed, or it cannot be made. */
  private boolean step(Line line, List<Line> made) {
    try {
      Session.Step step = session.play(line);
      made.add(line);
      if (!step.isAllowed()) {
        oddities.add(new Identity.Refutation(List.copyOf(made), step));
      }
      return step.isAllowed();
    } catch (UnsupportedOperationException cannotBeTold) {
      return false;
    }
  }

  private void drain(List<Line> made) {
    for (var release = session.judge().ask(drained::release);
        release != null;
        release = session.judge().ask(drained::release)) {
      if (!step(vocabulary.line(release), made)) {
        session.abandon();
        return;
      }
    }
  }

  private Identity identity() {
    SortedMap<String, SortedSet<String>> taken = new TreeMap<>();
    SortedSet<String> notSeen = new TreeSet<>();
    for (String choice : choices.keySet()) {
      taken.put(choice, open(choice));
      if (open(choice).equals(choices.get(choice))) {
        notSeen.add(choice);
      }
    }
    List<String> agreeing = new ArrayList<>();
    SortedMap<String, Identity.Refutation> refutations = new TreeMap<>();
    for (String name : Semantics.variantNames(module)) {
      Automaton variant = new Automaton(new Semantics(module, name), Probes.THREADS);
      Identity.Refutation refutation = refutation(new Judge(variant, vocabulary));
      if (refutation == null) {
        agreeing.add(name);
      } else {
        refutations.put(name, refutation);
      }
    }
    return new Identity(taken, notSeen, resolved(), agreeing, refutations, List.copyOf(oddities));
  }

  /** The first step that the judge does not allow, or null where it allows all. */
  private Identity.Refutation refutation(Judge judge) {
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
