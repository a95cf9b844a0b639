package bindcheck.target.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a Java machine is started in which something foreign runs: with our own classes, fast, and
 * leaving no file behind if it crashes.
 */
public final class JavaCommand {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-XX:+DisplayVMOutputToStderr");

  private JavaCommand() {}

  /**
   * The words of the command.
   *
   * @param options further ones, of the machine
   */
  public static List<String> of(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
