package bindcheck.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where figures were measured. */
public final class Surroundings {
  private static final int MEGABYTE = 1 << 20;

  private Surroundings() {}

  /** The machine and the Java machine, each in a few words. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    all.put(
        "machine",
        "%s %s, %d processors"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runtime.availableProcessors()));
    all.put(
        "java",
        "%s %s, %d MB of memory"
            .formatted(
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                runtime.maxMemory() / MEGABYTE));
    return all;
  }
}
