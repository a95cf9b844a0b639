package bindcheck.certificate;

import bindcheck.litmus.Allowances;
import bindcheck.spec.SpecModule;
import java.util.List;
import java.util.Map;

/** The claims of one kind: of what there are some, and what is seen of it. */
public interface Claims {
  /** Every kind, those first that take least. */
  static List<Claims> all(SpecModule module) {
    Allowances allowances = new Allowances(module);
    return List.of(
        new FileClaims(),
        new RecordClaims(),
        new SceneClaims(module),
        new ProgramClaims(allowances),
        new EngineClaims(allowances),
        new ModelClaims(),
        new FaultClaims(module));
  }

  /** The name of the kind, in the singular. */
  String kind();

  /** Of what there is something to be seen. */
  List<String> names();

  /** Whether it can be seen in a moment, so that all such are seen in a minute or two. */
  boolean isQuick(String name);

  /**
   * What is seen now, by the names of the figures.
   *
   * @param name one of {@link #names}
   */
  Map<String, String> see(String name) throws InterruptedException;

  /** What of it is not seen but kept, and who sees that again; empty where all of it is seen. */
  default String limits() {
    return "";
  }
}
