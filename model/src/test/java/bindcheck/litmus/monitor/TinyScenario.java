package bindcheck.litmus.monitor;

import bindcheck.target.perturb.RewritingLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The threads of a {@link Tiny}. */
final class TinyScenario implements Scenario {
  private static final Set<String> SHARED =
      Set.of(
          Tiny.class.getName(),
          Hooks.class.getName(),
          Lane.class.getName(),
          Strand.class.getName());

  private final Supplier<Tiny> factory;
  private final int threads;
  private Tiny tiny;

  private TinyScenario(Supplier<Tiny> factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /** All ends, and {@code not exhausted} where there may be others. */
  static Set<String> ends(Class<? extends Tiny> type) {
    return ends(type, 10_000);
  }

  /** The ends that so many schedules come to. */
  static Set<String> ends(Class<? extends Tiny> type, int schedules) {
    Rewriting rewriting = new Rewriting();
    Supplier<Tiny> factory = factory(type, rewriting);
    int threads = factory.get().threads();
    Set<String> ends = new TreeSet<>();
    try (Lanes lanes = new Lanes()) {
      Search search =
          new Search(
              () -> new TinyScenario(factory, threads),
              lanes,
              rewriting.sites(),
              schedules,
              execution -> ends.add(end(execution)));
      search.run(ends::clear);
      if (search.last().thrown() != null) {
        ends.add("threw " + search.last().thrown());
      } else if (!search.isExhausted()) {
        ends.add(search.incompleteness());
      }
    } catch (TimeoutException stuck) {
      ends.add(stuck.getMessage());
    }
    return ends;
  }

  private static Supplier<Tiny> factory(Class<? extends Tiny> type, Rewriting rewriting) {
    ClassLoader loader =
        new RewritingLoader(
            type.getClassLoader(),
            type.getName(),
            SHARED,
            bytes -> ClassRewriter.rewrite(bytes, rewriting));
    return () -> {
      try {
        return Class.forName(type.getName(), true, loader)
            .asSubclass(Tiny.class)
            .getConstructor()
            .newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static String end(Execution execution) {
    StringBuilder end = new StringBuilder(((TinyScenario) execution.scenario()).tiny.end());
    for (Strand strand : execution.strands()) {
      if (strand.place() == Strand.Place.WAITING) {
        end.append(", ").append(strand.id()).append(" waits");
      } else if (strand.place() == Strand.Place.ENTERING) {
        end.append(", ").append(strand.id()).append(" is locked out");
      }
    }
    return end.toString();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= threads; i++) {
      names.add("T" + i);
    }
    return names;
  }

  @Override
  public void setUp() {
    tiny = factory.get();
  }

  @Override
  public void run(Strand strand) {
    try {
      tiny.run(strand.id());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isDue(Strand strand) {
    return true;
  }

  @Override
  public Object root() {
    return tiny;
  }

  @Override
  public long past(Strand strand) {
    return 0;
  }
}
