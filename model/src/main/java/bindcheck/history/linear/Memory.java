package bindcheck.history.linear;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * Whether the Java machine's heap is nearly full of what is still in use: what a collector left
 * when it last looked through all of it counts, not what has become garbage since.
 */
final class Memory {
  /** Above that share collectors spend nearly all the time. */
  private static final double MOST = 0.85;

  private static final List<MemoryPoolMXBean> POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(MemoryPoolMXBean::isUsageThresholdSupported) // which those of the young have not
          .toList();

  private Memory() {}

  static boolean isNearlyFull() {
    return POOLS.stream().map(MemoryPoolMXBean::getCollectionUsage).anyMatch(Memory::isNearlyFull);
  }

  static boolean isNearlyFull(MemoryUsage left) {
    return left != null && left.getMax() > 0 && left.getUsed() > MOST * left.getMax();
  }

  /** The most that the heap can hold, in MB. */
  static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
