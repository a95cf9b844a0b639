package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a course make together what all of it makes. */
class ShardTest {
  private static final Course COURSE =
      Course.of(
          SceneSuite.build(
              new Scene(SpecModule.load("Evaluation"), "deadlines"),
              new Semantics(SpecModule.load("Evaluation"), "reference")),
          Effort.SMALL);

  private static List<int[]> walks(Course course) {
    return course.rounds().stream().flatMap(round -> round.walks().stream()).toList();
  }

  /** Where a course makes a walk twice, it is in two parts, or twice in one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1_000})
  void eachWalkIsInOnePart(int of) {
    List<int[]> all = new ArrayList<>();
    for (int part = 1; part <= of; part++) {
      all.addAll(walks(COURSE.part(new Shard(part, of))));
    }
    assertEquals(sorted(walks(COURSE)), sorted(all));
  }

  private static List<String> sorted(List<int[]> walks) {
    return walks.stream().map(Arrays::toString).sorted().toList();
  }

  @Test
  void noPartIsLongerThanAnotherByMoreThanAWalk() {
    long first = COURSE.part(new Shard(1, 3)).steps();
    long last = COURSE.part(new Shard(3, 3)).steps();
    int longest = walks(COURSE).stream().mapToInt(walk -> walk.length).max().orElseThrow();
    assertTrue(Math.abs(first - last) <= longest + COURSE.walks(), first + " and " + last);
  }

  @Test
  void whatIsKilledIsOfAllPartsAndAPartProvesNothing() {
    Course part = COURSE.part(new Shard(2, 5));
    assertEquals(COURSE.edges(), part.edges());
    assertEquals(COURSE.killed(), part.killed());
    assertEquals(Optional.empty(), part.guarantee());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/1", "3/4", "10000/10000"})
  void aPartIsRead(String text) {
    assertTrue(Shard.parse(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0/4", "5/4", "1/10001", "1", "1/", "/1", "-1/4", "1/4/4", "01/4", "1 / 4"})
  void whatIsNoPartIsNotRead(String text) {
    assertEquals(Optional.empty(), Shard.parse(text));
  }
}
