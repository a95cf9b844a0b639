package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.certificate.BuildRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A change of any conjunct of the specification is noticed: by an assumption on an operator, by a
 * step of the reference implementation, or by what is known of a kernel. Those that nothing can
 * notice are listed with the reason.
 */
@Timeout(7200)
class SpecMutantsTest {
  private static final String LISTED = "/bindcheck/spec/equivalent-mutants.txt";
  private static final int SAMPLE = 8;
  private static final int AT_LEAST = 100;

  private static final List<SpecMutant> MUTANTS = SpecMutants.all();

  /** A line each: the mutant, a tabulator, the reason; the rest are comments. */
  private static Set<String> listed() {
    try (InputStream in = SpecMutantsTest.class.getResourceAsStream(LISTED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("\t"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreManyAndThoseListedAreAmongThem() {
    assertTrue(MUTANTS.size() >= AT_LEAST, () -> MUTANTS.size() + " mutants");
    Set<String> stale = listed();
    MUTANTS.forEach(mutant -> stale.remove(mutant.toString()));
    assertEquals(Set.of(), stale);
  }

  @Test
  void theRecordHasTheirNumber() throws IOException {
    int equivalent = listed().size();
    BuildRecord.seen(
            "specification-mutants",
            Map.of(
                "noticed", Integer.toString(MUTANTS.size() - equivalent),
                "equivalent, with a reason", Integer.toString(equivalent)))
        .requireKept(Path.of("..", "proofs", "records"));
  }

  @Test
  void aSampleIsNoticed() {
    long seed = Long.getLong("bindcheck.seed", 1);
    Set<String> listed = listed();
    List<SpecMutant> drawn =
        new ArrayList<>(MUTANTS.stream().filter(m -> !listed.contains(m.toString())).toList());
    Collections.shuffle(drawn, new Random(seed));
    assertEquals(
        List.of(),
        drawn.stream().limit(SAMPLE).filter(m -> Notices.quick(m).isEmpty()).toList(),
        () -> "with -Dbindcheck.seed=" + seed);
  }

  @Test
  @Tag("long")
  void eachIsNoticedUnlessItIsListed() {
    Set<String> survivors =
        MUTANTS.stream()
            .filter(mutant -> Notices.quick(mutant).isEmpty())
            .map(SpecMutant::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed(), survivors);
  }
}
