package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextChartTest {

  @Test
  void theChartShowsWhoWaitsAndWhatIsWrong() {
    List<String> chart = TextChart.of(SequenceChart.of(Seen.lostWakeUp().shown()));
    assertEquals(" main   T1", chart.get(0));
    assertTrue(chart.contains("   |     o--> port_wait(p, INFINITE)"), chart::toString);
    assertTrue(chart.contains("   o-----#--> interrupt_trigger(i, 0, 5)"), chart::toString);
    assertEquals("   |     #... still blocked   <== not allowed", chart.get(chart.size() - 1));
  }
}
