package bindcheck.litmus;

import bindcheck.call.Reply;
import bindcheck.file.InputException;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Interner;
import bindcheck.spec.Stimulus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that may become of a program: every order of the steps of its calls, every choice that is
 * open, and every moment at which a finite deadline may pass. An instance walks one program.
 */
final class Walk {
  /** What one thread sees next: its calls in their order, each at once after the last. */
  private record State(int configuration, List<Integer> histories, Set<String> free) {
    State at(int other, Set<String> tags) {
      return new State(other, histories, tags);
    }
  }

  private final Automaton automaton;
  private final Choices choices;
  private final Program program;
  private final Bindings bindings;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Interner<List<Reply>> histories = new Interner<>();
  private final Map<Long, Integer> expired = new HashMap<>();
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
  private final Set<Integer> used = new HashSet<>();
  private final SortedMap<Outcome, Long> ends = new TreeMap<>();
  private final Map<Outcome, Set<SortedSet<String>>> alternatives = new HashMap<>();

  Walk(Automaton automaton, Choices choices, Program program) {
    this.automaton = automaton;
    this.choices = choices;
    this.program = program;
    this.bindings = new Bindings(program);
  }

  /**
   * Walks it.
   *
   * @throws InputException if the set-up can block or fail
   */
  AllowedOutcomes run() {
    histories.number(List.of());
    for (int configuration : afterSetup()) {
      List<Integer> none = program.threads().keySet().stream().map(thread -> 0).toList();
      State state = new State(configuration, none, Set.of());
      for (int t = 0; t < none.size(); t++) {
        state = begun(state, t);
      }
      add(state);
    }
    while (!open.isEmpty()) {
      expand(open.pop());
    }
    SortedSet<String> ids = new TreeSet<>();
    used.forEach(by -> ids.addAll(automaton.semantics().tags(by)));
    return new AllowedOutcomes(ends, alternatives, ids, seen.size());
  }

  private Set<Integer> afterSetup() {
    Set<Integer> now = Set.of(automaton.empty());
    for (Line line : program.setup()) {
      Stimulus stimulus = stimulus(line, List.of());
      Set<Integer> then = new HashSet<>();
      for (int configuration : now) {
        automaton
            .settle(automaton.apply(configuration, stimulus))
            .forEach(
                outcome -> {
                  Reply reply = outcome.replies().get(Line.MAIN);
                  if (reply == null || !vocabulary.reply(reply).isOk()) {
                    throw new InputException(
                        program.name(),
                        line.number(),
                        "expected a set-up that answers OK, found "
                            + (reply == null ? "a blocked call" : vocabulary.reply(reply)));
                  }
                  used.add(outcome.by());
                  then.add(outcome.configuration());
                });
      }
      now = then;
    }
    return now;
  }

  private void add(State state) {
    if (seen.add(state)) {
      open.push(state);
    }
  }

  private void expand(State state) {
    boolean atRest = true;
    for (Automaton.Move move : automaton.moves(state.configuration())) {
      used.add(move.by());
      Set<String> free = choices.free(state.free(), move.by());
      add(advanced(state.at(move.to(), free), index(move.thread())));
      atRest = false;
    }
    for (int t = 0; t < state.histories().size(); t++) {
      int later = expired(state, t);
      if (later >= 0) {
        add(state.at(later, state.free()));
        atRest = false;
      }
    }
    if (atRest) {
      Outcome outcome = program.outcome(state.histories().stream().map(histories::value).toList());
      ends.merge(outcome, 1L, Long::sum);
      alternatives
          .computeIfAbsent(outcome, first -> new HashSet<>())
          .add(choices.taken(automaton.policies(state.configuration()), state.free()));
    }
  }

  /** The thread's next call, if its last one is done. */
  private State advanced(State state, int thread) {
    String name = name(thread);
    Reply reply = automaton.reply(state.configuration(), name);
    if (reply == null) {
      return state;
    }
    List<Reply> history = new ArrayList<>(histories.value(state.histories().get(thread)));
    history.add(vocabulary.reply(reply));
    List<Integer> all = new ArrayList<>(state.histories());
    all.set(thread, histories.number(List.copyOf(history)));
    int returned = automaton.returned(state.configuration(), name);
    return begun(new State(returned, List.copyOf(all), state.free()), thread);
  }

  private State begun(State state, int thread) {
    List<Reply> history = histories.value(state.histories().get(thread));
    List<Line> calls = program.threads().get(name(thread));
    if (history.size() == calls.size()) {
      return state;
    }
    Stimulus stimulus = stimulus(calls.get(history.size()), history);
    return state.at(automaton.apply(state.configuration(), stimulus), state.free());
  }

  /** What a line does after those of its thread that have these replies. */
  private Stimulus stimulus(Line line, List<Reply> history) {
    return vocabulary.stimulus(
        line,
        name -> bindings.meaning(line.thread(), name, history),
        handle -> handle,
        bindings.number(line));
  }

  /** The configuration once the finite deadline of the thread has passed, or -1. */
  private int expired(State state, int thread) {
    List<Line> calls = program.threads().get(name(thread));
    int made = histories.value(state.histories().get(thread)).size();
    if (made == calls.size() || !calls.get(made).call().hasFiniteDeadline()) {
      return -1;
    }
    return expired.computeIfAbsent(
        (long) state.configuration() << Byte.SIZE | thread,
        key -> automaton.apply(state.configuration(), Stimulus.expire(name(thread))));
  }

  private static String name(int thread) {
    return "T" + (thread + 1);
  }

  private static int index(String thread) {
    return Integer.parseInt(thread.substring(1)) - 1;
  }
}
