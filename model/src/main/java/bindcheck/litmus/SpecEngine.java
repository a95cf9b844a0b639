package bindcheck.litmus;

import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All outcomes that a variant of the specification allows, by walking all of its steps. */
public final class SpecEngine implements Engine {
  /** The name of this engine. */
  public static final String NAME = "spec";

  private static final List<String> THREADS = List.of(Line.MAIN, "T1", "T2", "T3", "T4");

  private final Automaton automaton;
  private final Choices choices;
  private final Map<String, AllowedOutcomes> known = new HashMap<>();

  /** Walks the steps of that variant. */
  public SpecEngine(Semantics variant) {
    this.automaton = new Automaton(variant, THREADS);
    this.choices = new Choices(variant);
  }

  @Override
  public Findings run(Program program) {
    AllowedOutcomes allowed = allowed(program);
    return Findings.of(
        program, true, allowed.outcomes(), Map.of("states", (long) allowed.states()));
  }

  /** What may become of the program, and by which choices. */
  AllowedOutcomes allowed(Program program) {
    return known.computeIfAbsent(
        program.written(), text -> new Walk(automaton, choices, program).run());
  }
}
