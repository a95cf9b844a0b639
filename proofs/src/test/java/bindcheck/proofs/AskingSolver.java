package bindcheck.proofs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that ask a solver: they are skipped, with the reason, where there is none. */
abstract class AskingSolver {
  static final long SEED = Long.getLong("bindcheck.seed", 1);

  static Solver solver;

  @BeforeAll
  static void openSolver() {
    Optional<String> missing = Solver.missing();
    assumeTrue(missing.isEmpty(), missing::get);
    solver = new Solver();
  }

  @AfterAll
  static void closeSolver() {
    if (solver != null) {
      solver.close();
      solver = null;
    }
  }

  /** So many of the different ones, by chance; all where there are not more. */
  static <T> List<T> drawn(List<T> all, int most, Random random) {
    List<T> drawn = new ArrayList<>(new LinkedHashSet<>(all));
    Collections.shuffle(drawn, random);
    return drawn.subList(0, Math.min(most, drawn.size()));
  }
}
