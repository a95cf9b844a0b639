package bindcheck.spec.tlc;

import bindcheck.file.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A class of this program in a Java machine of its own, with a temporary folder of its own. Closing
 * ends the process and removes the folder; so does the end of this machine.
 */
public final class ChildProcess implements AutoCloseable {
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
  public static ChildProcess start(Class<?> main, List<String> arguments) {
    return start(main, arguments, Map.of());
  }

  /**
   * The same, of one that is given some files.
   *
   * @param files the texts, by name
   */
  static ChildProcess start(Class<?> main, List<String> arguments, Map<String, String> files) {
    ScratchFolder folder = new ScratchFolder();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.path().resolve(file.getKey()), file.getValue());
      }
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

  /** The files that this process was given when it was started. */
  static Map<String, String> given() {
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "*.{tla,cfg}")) {
      for (Path file : all) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was given", e);
    }
  }

  /** From here on, this process ends when the one that started it does, however that ends. */
  static void endWithParent() {
    Thread thread = new Thread(ChildProcess::awaitParent, "bindcheck-parent");
    thread.setDaemon(true);
    thread.start();
  }

  private static void awaitParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException isGone) {
      // That is what it waits for.
    }
    System.exit(1);
  }

  /** Gives every line that the process prints, until its end. */
  void lines(Consumer<String> line) {
    process.inputReader(StandardCharsets.UTF_8).lines().forEach(line);
  }

  /** The exit code, when it has ended. */
  int exitCode() {
    return process.onExit().join().exitValue();
  }

  /**
   * Gives every line that the process prints, until its end or, at the latest, that moment.
   *
   * @return whether it came to its end by itself
   */
  boolean lines(Duration time, Consumer<String> line) {
    AtomicBoolean isLate = new AtomicBoolean();
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              isLate.set(process.isAlive());
              process.destroyForcibly();
            });
    lines(line);
    return !isLate.get();
  }

  /** All that the process prints until its end. */
  public String output() {
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
