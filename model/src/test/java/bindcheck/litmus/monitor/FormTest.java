package bindcheck.litmus.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two executions are in one state where their objects hold the same. */
class FormTest {
  private static final int ROOMY = 4096;

  /** Of objects that nobody has met, none of which is a thread. */
  private static long state(Object root) {
    return new Heap(null).state(List.of(root));
  }

  private static <M extends Map<Object, Object>> M numbered(M map, List<?> keys) {
    keys.forEach(key -> map.put(key, key.toString().length()));
    return map;
  }

  @Test
  void whereKeysStandInAHashedMapByTheirIdentityIsOfNoMeaning() {
    List<ChronoField> keys = List.of(ChronoField.values());
    assertEquals(
        state(numbered(new HashMap<>(), keys)), state(numbered(new HashMap<>(ROOMY), keys)));
  }

  @Test
  void whereElementsStandInAHashedSetByTheirIdentityIsOfNoMeaning() {
    Set<ChronoField> dense = new HashSet<>(List.of(ChronoField.values()));
    Set<ChronoField> roomy = new HashSet<>(ROOMY);
    roomy.addAll(dense);
    assertEquals(state(dense), state(roomy));
  }

  @Test
  void whichKeyHasWhichValueMakesADifference() {
    Map<Object, Object> one =
        new HashMap<>(Map.of(ChronoField.YEAR, 1, ChronoField.HOUR_OF_DAY, 2));
    Map<Object, Object> other =
        new HashMap<>(Map.of(ChronoField.YEAR, 2, ChronoField.HOUR_OF_DAY, 1));
    assertNotEquals(state(one), state(other));
  }

  @Test
  void theOrderOfAMapThatKeepsOneMakesADifference() {
    List<ChronoField> keys = List.of(ChronoField.YEAR, ChronoField.ERA);
    List<ChronoField> reversed = List.of(ChronoField.ERA, ChronoField.YEAR);
    assertNotEquals(
        state(numbered(new LinkedHashMap<>(), keys)),
        state(numbered(new LinkedHashMap<>(), reversed)));
  }
}
