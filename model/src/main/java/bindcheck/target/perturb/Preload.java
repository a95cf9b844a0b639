package bindcheck.target.perturb;

import bindcheck.file.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds up the threads of processes, by a library that they are started with. It is built by {@code
 * cc}, and reads what to do from a file that both map.
 */
public final class Preload implements Perturbation {
  private static final String SOURCE = "perturb.c";
  private static final String LIBRARY = "perturb.so";
  private static final String SCHEDULE = "schedule";
  private static final String PRELOAD = "LD_PRELOAD";

  /** As {@code struct schedule} in perturb.c has it. */
  private static final int SIZE = 32;

  private static final int SEED = 8;
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ScratchFolder scratch;
  private final Map<String, String> environment = new HashMap<>();
  private final MappedByteBuffer schedule;
  private long round;

  private Preload(ScratchFolder scratch, boolean onlyInside) throws IOException {
    this.scratch = scratch;
    Path folder = scratch.path();
    this.schedule = map(folder.resolve(SCHEDULE));
    String others = System.getenv(PRELOAD);
    String library = folder.resolve(LIBRARY).toString();
    environment.put(PRELOAD, others == null ? library : library + ":" + others);
    environment.put("BINDCHECK_PERTURB", folder.resolve(SCHEDULE).toString());
    if (onlyInside) {
      environment.put("BINDCHECK_PERTURB_ONLY_INSIDE", "1");
    }
  }

  /**
   * Builds the library, or says why there is none.
   *
   * @param onlyInside whether only those threads count that say that they are inside a call
   */
  public static Perturbation build(boolean onlyInside) {
    return build("cc", onlyInside);
  }

  static Perturbation build(String compiler, boolean onlyInside) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Perturbation.missing("a process is perturbed by a preloaded library, on Linux only");
    }
    try {
      ScratchFolder scratch = new ScratchFolder();
      String failure = compile(compiler, scratch.path());
      if (failure.isEmpty()) {
        return new Preload(scratch, onlyInside);
      }
      scratch.close();
      return Perturbation.missing(failure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles into the folder; gives why it cannot, or nothing. */
  private static String compile(String compiler, Path folder) throws IOException {
    try (InputStream source = Preload.class.getResourceAsStream("/perturb/" + SOURCE)) {
      Files.copy(source, folder.resolve(SOURCE));
    }
    List<String> command =
        List.of(compiler, "-O2", "-shared", "-fPIC", "-o", LIBRARY, SOURCE, "-ldl", "-pthread");
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean built = process.waitFor() == 0;
      return built ? "" : compiler + " fails: " + said.lines().findFirst().orElse("");
    } catch (IOException notStarted) {
      return "it takes a C compiler, and there is no " + compiler;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static MappedByteBuffer map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      mapped.order(ByteOrder.nativeOrder());
      return mapped;
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  @Override
  public void begin(Schedule next) {
    schedule.putLong(SEED, next.seed());
    int at = SEED + Long.BYTES;
    for (int value :
        List.of(
            next.changesIn(), next.quietMicros(), next.longestMicros(), next.pinned() ? 1 : 0)) {
      schedule.putInt(at, value);
      at += Integer.BYTES;
    }
    LONGS.setRelease(schedule, 0, ++round);
  }

  @Override
  public void end() {
    LONGS.setRelease(schedule, 0, 0L);
  }

  @Override
  public void close() {
    end();
    scratch.close();
  }
}
