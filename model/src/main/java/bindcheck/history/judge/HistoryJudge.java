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
import java.util.function.Supplier;

/**
 * Judges a history in a file, in one pass against any number of variants; the file may be larger
 * than memory. A second pass is made where the first has gone on with too few states to be sure.
 */
public final class HistoryJudge {
  private final Path file;
  private final HistoryIndex index;
  private final Map<String, SectionJudge> judges = new LinkedHashMap<>();

  /**
   * Reads the file once, to see that it is a history.
   *
   * @param variants by name
   * @throws bindcheck.file.InputException if it is none
   */
  public HistoryJudge(Path file, Map<String, Semantics> variants, Supplier<Budget> budget) {
    this.file = file;
    this.index = HistoryIndex.of(file);
    variants.forEach(
        (name, variant) ->
            judges.put(
                name,
                new SectionJudge(
                    variant, index.threads(), index.header().deadlinesRecorded(), budget.get())));
  }

  /** Has each variant go on after a rejection, until it has so many. */
  public HistoryJudge goOn(int mostRejections) {
    judges.values().forEach(judge -> judge.goOn(mostRejections));
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
    pass(new ArrayList<>(judges.values()));
    List<SectionJudge> again =
        new ArrayList<>(judges.values().stream().filter(SectionJudge::needsAll).toList());
    again.forEach(SectionJudge::restart);
    pass(again);
    return judges;
  }

  private void pass(List<SectionJudge> active) {
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
