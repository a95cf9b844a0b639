package bindcheck.target.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds C sources into {@code target/c}; where there is no compiler, the test is skipped. */
public final class CCompiler {
  static final Path EXAMPLE = Path.of("examples/c");

  private static final Path OUT = Path.of("target/c");
  private static final List<String> WARNINGS = List.of("-Wall", "-Wextra", "-Wpedantic", "-Werror");
  private static final List<String> KERNEL = List.of("kernel", "handle", "port", "interrupt");
  private static final List<String> ADAPTER = List.of("adapter", "call", "json");

  private CCompiler() {}

  /** The example as a library, with that fault. */
  static Path exampleLibrary(String fault) {
    return compile(fault + "/libzxkernel.so", library("-DFAULT=" + fault), sources(KERNEL));
  }

  /** The example as a program, with that fault. */
  public static Path exampleProgram(String fault) {
    List<String> names = new ArrayList<>(KERNEL);
    names.addAll(ADAPTER);
    return compile(fault + "/zxkernel", List.of("-DFAULT=" + fault), sources(names));
  }

  /** {@code misbehaving.c} with that case. */
  static Path misbehaving(String misbehaviour) {
    Path source = Path.of("src/test/resources/library/misbehaving.c");
    List<String> options = new ArrayList<>(library("-DCASE=" + misbehaviour));
    options.add("-DIS_" + misbehaviour);
    options.add("-w"); // A compiler may well see what it does.
    return compile("misbehaving/" + misbehaviour + ".so", options, List.of(source));
  }

  /** {@code ports.c}. */
  static Path ports() {
    Path source = Path.of("src/test/resources/library/ports.c");
    return compile("ports/libports.so", List.of("-shared"), List.of(source));
  }

  /** The same with a reset that leaves who is blocked alone. */
  static Path portsWithReset() {
    Path source = Path.of("src/test/resources/library/ports.c");
    return compile("ports/libreset.so", List.of("-shared", "-DRESET"), List.of(source));
  }

  private static List<Path> sources(List<String> names) {
    return names.stream().map(name -> EXAMPLE.resolve(name + ".c")).toList();
  }

  private static List<String> library(String definition) {
    return List.of(definition, "-shared", "-fvisibility=hidden");
  }

  private static Path compile(String name, List<String> options, List<Path> sources) {
    Path out = OUT.resolve(name).toAbsolutePath();
    List<String> command = new ArrayList<>(List.of("cc", "-std=c11", "-O2", "-fPIC", "-pthread"));
    command.add("-D_POSIX_C_SOURCE=200809L");
    command.add("-I" + EXAMPLE);
    command.addAll(WARNINGS);
    command.addAll(options);
    command.addAll(List.of("-o", out.toString()));
    sources.forEach(source -> command.add(source.toString()));
    try {
      Files.createDirectories(out.getParent());
      assumeTrue(isPresent(), "no C compiler: there is no cc on the path");
      Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, compiler.waitFor(), said);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPresent() throws InterruptedException {
    try {
      Process version = new ProcessBuilder("cc", "--version").redirectErrorStream(true).start();
      version.getInputStream().readAllBytes();
      return version.waitFor(1, TimeUnit.MINUTES) && version.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
