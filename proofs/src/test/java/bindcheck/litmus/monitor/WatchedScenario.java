package bindcheck.litmus.monitor;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.monitor.JavaState.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A litmus program under way, of which each step is told. */
final class WatchedScenario implements Scenario {
  /** Is told each step of an execution that changes what the model could say of it. */
  @FunctionalInterface
  interface Watcher {
    void took(Step step, Strand strand);
  }

  /** Where a strand that makes calls is. */
  private static final class Position {
    private final Strand strand;
    private Call call;
    private int replied;
    private int lookups;
    private String pc = "";
    private Optional<Reply> reply = Optional.empty();
    private boolean expired;

    Position(Strand strand) {
      this.strand = strand;
    }

    void begin(Call next) {
      call = next;
      lookups = 0;
      pc = "start";
      reply = Optional.empty();
      expired = false;
    }

    void end(Reply with) {
      replied++;
      pc = "done";
      reply = Optional.of(with);
    }

    /** Where it has come to; between these places it stays where it is. */
    void come() {
      if (strand.place() == Strand.Place.WAITING) {
        pc = "asleep";
      } else if (strand.place() == Strand.Place.ENTERING && !pc.equals("asleep")) {
        Object object = strand.monitor().object();
        if (JavaReader.isTable(object)) {
          lookups++;
          pc = lookups == 1 ? "start" : lookups == 2 ? "second" : "lookup " + lookups;
        } else if (JavaReader.isModelled(object)) {
          boolean isNested = strand.held().stream().anyMatch(in -> isModelled(in));
          pc = isNested ? "nested" : pc.equals("again") ? pc : "enter";
        }
      }
    }

    private static boolean isModelled(Monitor in) {
      return JavaReader.isModelled(in.object());
    }

    Standing standing(JavaReader reader) {
      if (pc.equals("asleep") && strand.place() != Strand.Place.WAITING) {
        pc = "again";
      }
      expired |= (pc.equals("asleep") || pc.equals("again")) && reader.isExpired(strand.lane());
      return new Standing(call, pc, reply, expired);
    }
  }

  private final LitmusScenario scenario;
  private final Watcher watcher;
  private final SortedMap<String, Position> positions = new TreeMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private JavaReader reader;
  private JavaState last;

  WatchedScenario(LitmusScenario scenario, Watcher watcher) {
    this.scenario = scenario;
    this.watcher = watcher;
  }

  @Override
  public void stands(Strand strand) {
    if (scenario.root() == null) {
      return; // There is no kernel yet.
    }
    if (reader == null) {
      reader = new JavaReader(scenario.root());
    }
    int subject = scenario.subject(strand);
    String name = names.computeIfAbsent(subject, scenario.names()::get);
    if (subject == strand.id()) {
      proceeds(positions.computeIfAbsent(name, first -> new Position(strand)), name);
    } else if (positions.containsKey(name)) {
      took(name, strand, true);
    }
  }

  private void proceeds(Position position, String name) {
    Strand strand = position.strand;
    List<Reply> replies = scenario.replies(strand);
    while (position.replied < replies.size()) {
      position.end(replies.get(position.replied));
      took(name, strand, false);
    }
    Call making = scenario.making(strand);
    if (making == null) {
      return;
    }
    if (isOther(making, position.call)) {
      position.begin(making);
      last = read();
    }
    boolean wakes = position.pc.equals("asleep");
    position.come();
    took(name, strand, wakes);
  }

  @SuppressWarnings("ReferenceEquality") // a call may be made twice
  private static boolean isOther(Call making, Call known) {
    return making != known;
  }

  private void took(String name, Strand strand, boolean suffered) {
    JavaState now = read();
    if (last != null && !now.equals(last) && positions.get(name).call != null) {
      watcher.took(new Step(name, suffered, last, now), strand);
    }
    last = now;
  }

  private JavaState read() {
    SortedMap<String, Standing> standings = new TreeMap<>();
    IdentityHashMap<Object, String> owners = new IdentityHashMap<>();
    positions.forEach(
        (name, position) -> {
          if (position.call != null) {
            standings.put(name, position.standing(reader));
            held(position.strand).forEach(object -> owners.put(object, name));
          }
        });
    return reader.read(object -> owners.getOrDefault(object, ""), standings);
  }

  /**
   * What a strand is in. One that is about to enter a monitor which the model does not have, the
   * clock's, is on its way to sleep, and the model has it leave the port's already.
   */
  private static List<Object> held(Strand strand) {
    boolean goesToSleep =
        strand.place() == Strand.Place.ENTERING
            && !JavaReader.isModelled(strand.monitor().object())
            && !JavaReader.isTable(strand.monitor().object());
    List<Object> objects = new ArrayList<>();
    if (!goesToSleep) {
      strand.held().forEach(monitor -> objects.add(monitor.object()));
    }
    return objects;
  }

  Outcome outcome() {
    return scenario.outcome();
  }

  @Override
  public List<String> names() {
    return scenario.names();
  }

  @Override
  public void setUp() {
    scenario.setUp();
  }

  @Override
  public void run(Strand strand) {
    scenario.run(strand);
  }

  @Override
  public boolean isDue(Strand strand) {
    return scenario.isDue(strand);
  }

  @Override
  public Object root() {
    return scenario.root();
  }

  @Override
  public long past(Strand strand) {
    return scenario.past(strand);
  }
}
