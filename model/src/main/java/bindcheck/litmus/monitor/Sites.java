package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;

/** The places in rewritten code that use data which threads may share, and what they use. */
final class Sites {
  /** Wherever a thread is interrupted, or finds out whether it was. */
  static final int INTERRUPTION = 0;

  private final List<String> fields = new ArrayList<>(List.of("interrupted"));

  /** A number for another place, which uses a field of that name. */
  synchronized int add(String field) {
    fields.add(field);
    return fields.size() - 1;
  }

  /** What is used there. */
  synchronized String field(int site) {
    return fields.get(site);
  }
}
