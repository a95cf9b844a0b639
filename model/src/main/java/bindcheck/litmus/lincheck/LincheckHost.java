package bindcheck.litmus.lincheck;

import bindcheck.call.Verdict;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.target.Diagnosis;
import bindcheck.target.JavaClasses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The process in which Lincheck runs. Each line of its standard input is a program, {@code
 * {"name","text"}} in JSON, with an {@code "outcome"} where its interleaving is wanted. It answers
 * each with a line of its own, the {@link Findings}. What the implementation prints goes to
 * standard error.
 */
final class LincheckHost {
  /** The property that says where Lincheck writes warnings; the file must be there. */
  static final String LOG_FILE = "lincheck.logFile";

  private static final ObjectMapper JSON = new ObjectMapper();

  private LincheckHost() {}

  /**
   * Its arguments are the target and the number of schedules that a program may have.
   *
   * @throws IOException if its input cannot be read
   */
  public static void main(String[] args) throws IOException {
    String target = args[0];
    int schedules = Integer.parseInt(args[1]);
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      Findings found = answer(JSON.readTree(line), target, schedules);
      answers.println(JSON.writeValueAsString(found));
      answers.flush();
    }
    Runtime.getRuntime().halt(0); // A thread that hangs is the implementation's own business.
  }

  private static Findings answer(JsonNode question, String target, int schedules)
      throws IOException {
    Program program =
        Program.parse(question.required("name").asText(), question.required("text").asText());
    Optional<Outcome> wanted =
        Optional.ofNullable(question.get("outcome")).map(node -> Outcome.parse(node.asText()));
    Path log = Path.of(System.getProperty(LOG_FILE));
    long logged = Files.size(log);
    try {
      Findings found =
          new Schedules(program, JavaClasses.factory(target), schedules, wanted).explore();
      return Files.size(log) == logged ? found : doubted(found, log);
    } catch (RuntimeException | Error failed) {
      return Findings.of(program, false, Map.of(), Map.of())
          .ended(Verdict.INCONCLUSIVE, "Lincheck failed: " + Diagnosis.describe(failed));
    }
  }

  /** A class that Lincheck cannot instrument runs as it is, and no race in it is found. */
  private static Findings doubted(Findings found, Path log) throws IOException {
    return found.verdict() == Verdict.PASS
        ? found.ended(Verdict.INCONCLUSIVE, "Lincheck complains: " + Files.readString(log).strip())
        : found;
  }
}
