package bindcheck.proofs;

import bindcheck.spec.tlc.ModelResult;
import bindcheck.spec.tlc.TextRun;
import bindcheck.tla.ParsedModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of every call from every kernel within bounds of which the invariants hold, by TLC: see
 * MCInduction.tla. What is to hold is written for it from the operators of Induction.tla.
 */
final class Enumeration {
  /**
   * What came of it.
   *
   * @param said an error where TLC cannot evaluate a step
   * @param starts how many kernels with a call in progress there are
   */
  record Result(ModelResult said, long starts) {
    /** How many steps there are. */
    long steps() {
      return said.generated() - starts;
    }
  }

  private static final String RUN = "Run";
  private static final String MODEL = "MCInduction";
  private static final String STEP = "Step";
  private static final Duration MOST = Duration.ofMinutes(25);

  /** What the parameters of the operators are in the model. */
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "k", "kernel",
          "c", "call",
          "v", "variant",
          "g", "counts",
          "r", "[kernel |-> kernel', call |-> call']");

  private final ParsedModule module;
  private final List<String> properties;

  Enumeration() {
    module = Specification.read(Map.of());
    properties =
        Stream.of("Count", "Inv", "Step")
            .flatMap(prefix -> Specification.named(module, prefix).stream())
            .toList();
  }

  List<String> properties() {
    return properties;
  }

  /** How a property is named where TLC finds that it is violated. */
  static ModelResult violated(String property) {
    return ModelResult.parse(
        List.of("Error: Invariant " + always(property) + " is violated"), List.of());
  }

  /**
   * Takes the steps.
   *
   * @param bounds an operator of MCInduction.tla
   * @param operations the calls
   * @param checked the properties that are to hold; all invariants hold before the step
   * @param instead files of the specification that have another text
   */
  Result run(
      String bounds,
      Collection<String> operations,
      List<String> checked,
      Map<String, String> instead) {
    Map<String, String> files = new HashMap<>(instead);
    for (String file : List.of("Induction.tla", MODEL + ".tla")) {
      files.put(file, Specification.text(file));
    }
    files.put(RUN + ".tla", text());
    files.put(RUN + ".cfg", configuration(bounds, operations, checked));
    List<String> lines = new ArrayList<>();
    TextRun.of(RUN, files, MOST, lines::add);
    return new Result(ModelResult.parse(lines, List.of()), starts(lines));
  }

  private String text() {
    StringBuilder text = new StringBuilder("---- MODULE " + RUN + " ----\nEXTENDS " + MODEL + "\n");
    text.append("EveryInvariant(k) == ").append(invariants("k"));
    text.append("EveryCount(k, g) == ").append(invariants("k", "g"));
    for (String property : properties) {
      String holds = property + arguments(property);
      text.append(always(property))
          .append(" == ")
          .append(property.startsWith(STEP) ? "[][" + holds + "]_vars" : holds)
          .append('\n');
    }
    return text.append("====\n").toString();
  }

  /** All that have these parameters. */
  private String invariants(String... parameters) {
    List<String> these = List.of(parameters);
    String arguments = "(" + String.join(", ", these) + ")";
    return properties.stream()
        .filter(name -> !name.startsWith(STEP) && parameters(name).equals(these))
        .map(name -> name + arguments)
        .collect(Collectors.joining(" /\\ ", "", "\n"));
  }

  private List<String> parameters(String property) {
    return module.definitions().get(AnyStep.MODULE + property).parameters();
  }

  private String arguments(String property) {
    return parameters(property).stream()
        .map(ARGUMENTS::get)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String always(String property) {
    return "Always" + property;
  }

  private static String configuration(
      String bounds, Collection<String> operations, List<String> checked) {
    StringBuilder text = new StringBuilder("SPECIFICATION Spec\nCONSTANTS\n");
    text.append(
        operations.stream().collect(Collectors.joining("\", \"", "  Operations = {\"", "\"}\n")));
    text.append("  Bounds <- ").append(bounds).append('\n');
    text.append("  Capacity <- FewPackets\n");
    text.append("  Invariant <- EveryInvariant\n  Counting <- EveryCount\n");
    for (String property : checked) {
      text.append(property.startsWith(STEP) ? "PROPERTY " : "INVARIANT ")
          .append(always(property))
          .append('\n');
    }
    return text.toString();
  }

  /** TLC tells how many initial states it has, and of these how many are distinct if not all. */
  private static long starts(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("Finished computing initial states: "))
        .mapToLong(line -> Long.parseLong(line.replaceAll("^\\D*(\\d+).*$", "$1")))
        .findFirst()
        .orElse(0);
  }
}
