package bindcheck.spec.tlc;

import bindcheck.file.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of this program in a Java machine of its own, with a temporary folder of its own. Closing
 * ends the process and removes the folder; so does the end of this machine.
 */
final class ChildProcess implements AutoCloseable {
  // A run is short and has one worker: compiling and collecting well would cost more than it saves.
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx4g");

  private final ScratchFolder folder;
  private final Process process;
  private final Thread atExit = new Thread(this::end);

  private ChildProcess(ScratchFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException isEnding) { // this machine, whose other children have been ended
      end();
      throw isEnding;
    }
  }

  /** Starts the main method of a class. */
  static ChildProcess start(Class<?> main, List<String> arguments) {
    ScratchFolder folder = new ScratchFolder();
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(OPTIONS);
      command.add("-Djava.io.tmpdir=" + folder.path());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
      command.addAll(arguments);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new ChildProcess(folder, process);
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException("no process for " + main.getSimpleName(), e);
    }
  }

  /** All that the process prints until its end. */
  String output() {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the output broke off", e);
    }
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void end() {
    process.destroyForcibly();
    process.onExit().join();
    folder.close();
  }
}
