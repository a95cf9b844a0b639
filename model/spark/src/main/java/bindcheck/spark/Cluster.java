package bindcheck.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;

/** Where a corpus is judged. */
final class Cluster {
  private static final String MASTER = "spark.master";
  private static final String HERE = "local";
  private static final String LOOPBACK = "127.0.0.1";

  private Cluster() {}

  /**
   * What Spark is to be told, where whoever has started this has not said it already.
   *
   * @param master the cluster as Spark names it; null for what was said before, or all processors
   *     of this machine
   */
  static SparkConf configuration(String master) {
    SparkConf configuration = new SparkConf();
    if (master != null) {
      configuration.setMaster(master);
    }
    configuration.setIfMissing(MASTER, HERE + "[*]").setIfMissing("spark.ui.enabled", "false");
    if (configuration.get(MASTER).startsWith(HERE)) {
      // Nobody else has to reach it.
      return configuration
          .setIfMissing("spark.driver.bindAddress", LOOPBACK)
          .setIfMissing("spark.driver.host", LOOPBACK);
    }
    return configuration.setIfMissing("spark.jars", jar());
  }

  /** What every machine of a cluster is sent; empty where this runs from classes in a folder. */
  private static String jar() {
    try {
      Path jar = Path.of(Cluster.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar) ? jar.toString() : "";
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
