package bindcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.api.Bindcheck;
import bindcheck.api.Implementation;
import bindcheck.script.Script;
import bindcheck.target.Targets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Scripts that jqwik draws are scripts, and shrink to short ones. */
class ScriptsTest {
  private static Implementation reference;

  @BeforeContainer
  static void open() {
    reference = Bindcheck.open(Targets.DEFAULT);
  }

  @AfterContainer
  static void close() {
    reference.close();
  }

  @Property(tries = 500)
  void theirTextParsesBack(@ForAll Script script) {
    assertEquals(script, Script.parse("property", script.toString()));
  }

  @Property(tries = 100)
  void theReferenceDoesWhatIsAllowed(@ForAll Script script) {
    assertEquals(Optional.empty(), Bindcheck.play(reference, script));
  }

  @Test
  void aFaultIsShownWithItsChart() {
    List<String> messages = Cases.messages(Cases.run("jqwik", Cases.Scripted.class));
    assertEquals(1, messages.size());
    assertTrue(messages.get(0).contains("<== not allowed"), messages.get(0));
  }

  @Test
  void theyShrinkToTheCallThatMattersAndTheHandlesThatItNeeds() {
    String message = Cases.messages(Cases.run("jqwik", Cases.Ruled.class)).get(0);
    List<String> script = message.lines().filter(line -> line.contains("(")).toList();
    assertEquals(3, script.size(), message);
    assertTrue(script.get(2).startsWith("interrupt_bind(i1, p2, "), message);
  }
}
