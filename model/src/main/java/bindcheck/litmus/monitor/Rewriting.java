package bindcheck.litmus.monitor;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is learnt of the classes of an implementation while they are rewritten. */
final class Rewriting {
  /** What blocks a thread, starts one or decides by chance, where no scheduler sees it. */
  private static final Pattern UNSCHEDULED =
      Pattern.compile(
          "java/lang/Thread\\.(start|sleep|join|suspend|resume|stop)"
              + "|java/lang/Math\\.random|java/lang/ref/.*|java/util/Timer.*"
              + "|java/util/Random\\..*|java/util/UUID\\.randomUUID|java/util/SplittableRandom.*"
              + "|java/lang/invoke/VarHandle\\..*|java/lang/Process.*|java/lang/reflect/.*"
              + "|java/util/concurrent/(?!atomic/|ConcurrentHashMap|ConcurrentLinked|CopyOnWrite"
              + "|ConcurrentSkipList|TimeUnit\\.(?!sleep|timed)).*");

  private static final Set<String> BASES =
      Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record");

  private final Sites sites = new Sites();
  private final Set<String> met = new TreeSet<>();
  private String unscheduled;
  private boolean hasState;

  Sites sites() {
    return sites;
  }

  /** There is a class of that name. */
  void met(String internalName) {
    if (!internalName.startsWith("[")) {
      met.add(internalName.replace('/', '.'));
    }
  }

  /** The names of classes that were met, sorted. */
  Set<String> met() {
    return Set.copyOf(met);
  }

  void called(String owner, String method) {
    String name = owner + "." + method;
    if (UNSCHEDULED.matcher(name).matches()) {
      unscheduled = name.replace('/', '.');
    }
  }

  void extended(String name, String parent) {
    boolean isPlatform = parent.startsWith("java");
    boolean isThrown = parent.endsWith("Exception") || parent.endsWith("Error");
    if (isPlatform && !isThrown && !BASES.contains(parent)) {
      unscheduled = parent.replace('/', '.') + ", which " + name.replace('/', '.') + " extends";
    }
    met(parent);
  }

  /** There is a static field. */
  void staticField(boolean isFinal, String type) {
    boolean mayHold = type.startsWith("[") || type.startsWith("Ljava/util/");
    hasState |= isFinal ? mayHold : true;
  }

  /** A static field is written. */
  void wrote(boolean isStatic) {
    hasState |= isStatic;
  }

  /** Whether classes have a state of their own, which outlives an execution. */
  boolean hasState() {
    return hasState;
  }

  /** What the implementation uses that cannot be scheduled, if there is anything. */
  Optional<String> unscheduled() {
    return Optional.ofNullable(unscheduled);
  }
}
