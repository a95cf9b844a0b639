package bindcheck.litmus.lincheck;

import bindcheck.file.ScratchFolder;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.target.process.Child;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.agent.Installer;

/**
 * The Java machine of {@link LincheckHost}, as long as it is needed; a new one after one that has
 * ended. It bounds by itself how long a schedule may take.
 */
final class LincheckProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One processor: its threads take turns, and would only spin beside one another. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=1",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "-Xshare:off");

  private static final String LOG = "log";

  private final String target;
  private final List<Path> classPath;
  private final int schedules;
  private ScratchFolder temporary;
  private Child child;
  private BufferedReader answers;

  LincheckProcess(String target, List<Path> classPath, int schedules) {
    this.target = target;
    this.classPath = List.copyOf(classPath);
    this.schedules = schedules;
  }

  /**
   * What it finds of a program; empty where it ended instead.
   *
   * @param outcome where that is met, the program fails, with the interleaving as the reason
   */
  Optional<Findings> ask(Program program, Optional<Outcome> outcome) {
    ObjectNode question = JSON.createObjectNode();
    question.put("name", program.name() + ".litmus").put("text", program.written());
    outcome.ifPresent(wanted -> question.put("outcome", wanted.toString()));
    try {
      start();
      child.input().write((question + "\n").getBytes(StandardCharsets.UTF_8));
      child.input().flush();
      String answer = answers.readLine();
      return answer == null
          ? Optional.empty()
          : Optional.of(JSON.readValue(answer, Findings.class));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private void start() throws IOException {
    if (child == null) {
      temporary = new ScratchFolder();
      Files.createFile(temporary.path().resolve(LOG));
      child = new Child(command());
      answers = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8));
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + temporary.path());
    command.add("-D" + LincheckHost.LOG_FILE + "=" + temporary.path().resolve(LOG));
    command.add("-javaagent:" + agent());
    command.add("-cp");
    command.add(
        Stream.concat(
                classPath.stream().map(path -> path.toAbsolutePath().toString()),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(LincheckHost.class.getName());
    command.addAll(List.of(target, Integer.toString(schedules)));
    return command;
  }

  /** The archive whose manifest names the agent by which Lincheck gets at classes. */
  private static Path agent() {
    try {
      return Path.of(Installer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it; says how it was found, for a person. */
  String end() {
    if (child == null) {
      return "the Java machine for Lincheck cannot be started";
    }
    String found = "the Java machine for Lincheck: " + child.endingOnceClosed() + child.lastWords();
    close();
    return found;
  }

  @Override
  public void close() {
    if (child != null) {
      child.end();
      child = null;
      temporary.close();
    }
  }
}
