package bindcheck.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BinsTest {
  private static List<Extent> histories(long... bytes) {
    return LongStream.of(bytes).mapToObj(each -> new Extent("f" + each, 0, each, 1)).toList();
  }

  private static List<List<Long>> bytes(List<List<Extent>> bins) {
    return bins.stream().map(bin -> bin.stream().map(Extent::bytes).toList()).toList();
  }

  @Test
  void aLargeHistoryHasABinForItself() {
    assertEquals(
        List.of(List.of(100L), List.of(5L, 4L, 3L, 2L, 1L)),
        bytes(Bins.of(histories(1, 2, 100, 3, 4, 5), 2)));
  }

  @Test
  void noBinIsEmpty() {
    assertEquals(List.of(List.of(2L), List.of(1L)), bytes(Bins.of(histories(1, 2), 8)));
  }

  @Test
  void binsAreAboutAlike() {
    assertEquals(
        List.of(List.of(8L, 3L), List.of(7L, 4L), List.of(6L, 5L)),
        bytes(Bins.of(histories(3, 4, 5, 6, 7, 8), 3)));
  }
}
