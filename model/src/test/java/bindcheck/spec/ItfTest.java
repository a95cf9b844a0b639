package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.tla.Terms;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItfTest {

  @Test
  void valuesAreWrittenAsTheFormatSays() {
    assertEquals("{\"#bigint\":\"-7\"}", Itf.of(Terms.number(-7)).toString());
    assertEquals("{\"#set\":[\"A\",\"B\"]}", Itf.of(Terms.strings(List.of("B", "A"))).toString());
    assertEquals("[true,[]]", tuple().toString());
    assertEquals("{\"a\":\"x\"}", Itf.of(Terms.record(Map.of("a", Terms.string("x")))).toString());
    assertEquals(
        "{\"#map\":[[{\"#bigint\":\"1\"},\"x\"]]}",
        Itf.function(Terms.pairs(Terms.tuple(List.of(Terms.string("x"))))).toString());
  }

  private static JsonNode tuple() {
    return Itf.of(Terms.tuple(List.of(Terms.truth(true), Terms.tuple(List.of()))));
  }
}
