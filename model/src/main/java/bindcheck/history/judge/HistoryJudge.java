package bindcheck.history.judge;

import bindcheck.history.Header;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Section;
import bindcheck.spec.Semantics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Judges a history in a file, in one pass against any number of variants; the file may be larger
 * than memory. A first pass takes what comes first wherever that will do; further ones are made
 * where it has gone on with too few states to be sure.
 */
public final class HistoryJudge {
  private final Path file;
  private final HistoryIndex index;
  private final Map<String, Semantics> variants;
  private final Supplier<Budget> budget;
  private final Map<String, SectionJudge> judges = new LinkedHashMap<>();
  private int mostRejections = 1;

  /**
   * Reads the file once, to see that it is a history.
   *
   * @param variants by name
   * @throws bindcheck.file.InputException if it is none
   */
  public HistoryJudge(Path file, Map<String, Semantics> variants, Supplier<Budget> budget) {
    this.file = file;
    this.index = HistoryIndex.of(file);
    this.variants = variants;
    this.budget = budget;
  }

  private SectionJudge judge(Semantics variant) {
    return new SectionJudge(
            variant, index.threads(), index.header().deadlinesRecorded(), budget.get())
        .goOn(mostRejections);
  }

  /** Has each variant go on after a rejection, until it has so many. */
  public HistoryJudge goOn(int most) {
    mostRejections = most;
    return this;
  }

  public Header header() {
    return index.header();
  }

  /** How many calls the history has. */
  public long calls() {
    return index.calls();
  }

  /** How many events the history has. */
  public long events() {
    return index.events();
  }

  /** Judges; each variant's judge then has its verdict. */
  public Map<String, SectionJudge> judge() {
    variants.forEach((name, variant) -> judges.put(name, judge(variant).greedily()));
    pass(judges.keySet());
    Set<String> misled = undecided();
    misled.forEach(name -> judges.put(name, judge(variants.get(name))));
    pass(misled);
    Set<String> again = undecided();
    again.forEach(name -> judges.get(name).restart());
    pass(again);
    return judges;
  }

  private Set<String> undecided() {
    return judges.keySet().stream()
        .filter(name -> judges.get(name).needsAll())
        .collect(Collectors.toSet());
  }

  private void pass(Set<String> names) {
    List<SectionJudge> active = new ArrayList<>(names.stream().map(judges::get).toList());
    if (active.isEmpty()) {
      return;
    }
    try (Sections sections = new Sections(file, index)) {
      while (!active.isEmpty()) {
        Section section = sections.next();
        if (section == null) {
          return;
        }
        active.removeIf(judge -> !judge.accept(section));
      }
    }
  }
}
