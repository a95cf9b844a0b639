package bindcheck.litmus.monitor;

import bindcheck.target.JavaClasses;
import bindcheck.target.Support;
import bindcheck.target.Syscalls;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/** The rewritten classes of a {@code java:} target. */
final class Implementation {
  private static final Set<String> OURS =
      Set.of(Hooks.class.getName(), Lane.class.getName(), Strand.class.getName());

  private final String target;
  private final List<Path> classPath;
  private final Rewriting rewriting = new Rewriting();
  private final Map<String, byte[]> rewritten = new HashMap<>();
  private Support support;
  private Supplier<Syscalls> factory;

  Implementation(String target, List<Path> classPath) {
    this.target = target;
    this.classPath = List.copyOf(classPath);
    factory = load();
  }

  /** All classes that may be needed are there and initialized, so that no execution does that. */
  private Supplier<Syscalls> load() {
    JavaClasses.Rewritten loaded = JavaClasses.rewritten(target, classPath, OURS, this::rewrite);
    Set<String> done = new HashSet<>();
    Set<String> open = rewriting.met();
    while (!open.isEmpty()) {
      open.forEach(loaded::initialize);
      done.addAll(open);
      open = new HashSet<>(rewriting.met());
      open.removeAll(done);
    }
    support = loaded.support();
    return loaded.factory();
  }

  /** The class as it was rewritten first: the places in its code keep their numbers. */
  private byte[] rewrite(byte[] classFile) {
    return rewritten.computeIfAbsent(
        new ClassReader(classFile).getClassName(),
        name -> ClassRewriter.rewrite(classFile, rewriting));
  }

  /** What it has. */
  Support support() {
    return support;
  }

  Sites sites() {
    return rewriting.sites();
  }

  /** What the implementation uses that cannot be scheduled, if there is anything. */
  Optional<String> unscheduled() {
    return rewriting.unscheduled();
  }

  /** A fresh kernel, in a state that nothing has touched. */
  Syscalls kernel() {
    if (rewriting.hasState()) {
      factory = load();
    }
    return factory.get();
  }
}
