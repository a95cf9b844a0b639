package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.conformance.InterruptAutomaton.Edge;
import bindcheck.spec.SpecModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The picture on the page of the idea shows what the specification does. */
class PictureTest {
  private static final Path TEXT = Checkout.spec("interrupt.puml");
  private static final Path PICTURE = Checkout.spec("interrupt.svg");

  private static InterruptAutomaton automaton;

  @BeforeAll
  static void project() {
    automaton = InterruptAutomaton.of(SpecModule.load("Evaluation"));
    String fresh = new InterruptPicture(automaton).toString();
    if (Checkout.regenerates()) {
      Checkout.write(TEXT, fresh);
      Checkout.write(PICTURE, drawn(fresh) + mark(fresh));
    }
  }

  @Test
  void theTextIsFresh() {
    assertEquals(
        new InterruptPicture(automaton).toString(),
        Checkout.read(TEXT),
        () -> "spec/interrupt.puml is stale; run\n  " + Checkout.REGENERATE);
  }

  @Test
  void thePictureIsDrawnFromTheText() {
    assertTrue(
        Checkout.read(PICTURE).endsWith(mark(Checkout.read(TEXT))),
        () -> "spec/interrupt.svg was drawn from another text; run\n  " + Checkout.REGENERATE);
  }

  /** Else the projection would hide a difference that matters to what it shows. */
  @Test
  void aCallLeadsFromAStateToOneState() {
    Map<List<Object>, InterruptState> seen = new HashMap<>();
    for (Edge edge : automaton.edges()) {
      InterruptState other = seen.put(List.of(edge.from(), edge.call()), edge.to());
      assertEquals(null, other, () -> "another way for " + edge);
    }
  }

  @Test
  void everyStateIsMet() {
    assertEquals(
        List.of(InterruptState.values()),
        automaton.edges().stream().map(Edge::from).distinct().toList());
  }

  private static String drawn(String text) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      new SourceStringReader(text).outputImage(out, new FileFormatOption(FileFormat.SVG, false));
      return out.toString(StandardCharsets.UTF_8).stripTrailing() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "<!-- drawn from interrupt.puml, SHA-256 "
          + HexFormat.of().formatHex(digest)
          + " -->\n";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
