package bindcheck.suite;

import java.util.List;

/** Walks that are made with values of one kind. */
public record Walks(Dressing dressing, List<int[]> walks) {
  /** Copies the list, not the walks. */
  public Walks {
    walks = List.copyOf(walks);
  }
}
