package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.impl.Kernel;
import bindcheck.target.ReferenceTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a model checker would silently get wrong is seen in the class files. */
@Timeout(60)
class ClassFilesTest {
  /** Its generated methods are made at run time. */
  record Pair(int left, int right) {}

  /** Refers to the record by way of another class. */
  static final class UsesPair {
    static final class Inner {
      Object pair = new Pair(1, 2);
    }

    Object inner = new Inner();
  }

  /** Wakes one thread. */
  static final class Notifies {
    synchronized void wake() {
      notify();
    }
  }

  private static ClassFiles reachedFrom(Class<?> root) {
    List<Path> classPath = List.of(location(root), location(Driver.class), location(Kernel.class));
    return ClassFiles.reachedFrom(List.of(root.getName()), classPath);
  }

  private static Path location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Test
  void theReferenceAndTheDriverAreExecutedFaithfully() {
    ClassFiles reference = reachedFrom(ReferenceTarget.class);
    assertEquals(List.of(), reference.unfaithful());
    assertTrue(reference.files().containsKey("bindcheck/impl/Port"));
    ClassFiles driver = reachedFrom(Driver.class);
    assertEquals(List.of(), driver.unfaithful());
    assertTrue(driver.files().containsKey("bindcheck/litmus/jpf/Driver$Deadline"));
  }

  @Test
  void whatAnImplementationUsesIsFoundWhereverItIs() {
    List<Path> found = ClassFiles.beforeOurs(List.of(), ReferenceTarget.class);
    assertTrue(found.contains(location(Kernel.class)), found::toString);
    assertEquals(
        reachedFrom(ReferenceTarget.class).hash(),
        ClassFiles.of(ReferenceTarget.class, List.of()).hash());
  }

  @Test
  void aRecordsGeneratedMethodsAreSeenThroughOtherClasses() {
    String complaint = reachedFrom(UsesPair.class).unfaithful().get(0);
    assertTrue(complaint.startsWith(Pair.class.getName() + " has"), complaint);
  }

  @Test
  void aCallOfNotifyIsSeen() {
    String complaint = reachedFrom(Notifies.class).unfaithful().get(0);
    assertTrue(complaint.startsWith(Notifies.class.getName() + " calls notify()"), complaint);
  }

  @Test
  void theHashIsOfWhatIsReached() {
    String reference = reachedFrom(ReferenceTarget.class).hash();
    assertEquals(reference, reachedFrom(ReferenceTarget.class).hash());
    assertNotEquals(reference, reachedFrom(Kernel.class).hash());
  }
}
