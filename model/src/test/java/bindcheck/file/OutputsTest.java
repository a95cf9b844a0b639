package bindcheck.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is a file of its own, by whatever name it goes. */
class OutputsTest {
  @TempDir private Path folder;

  private final Outputs outputs = new Outputs();
  private Path input;

  @BeforeEach
  void read() throws IOException {
    input = Files.writeString(folder.resolve("input"), "mine");
    outputs.reads("FILE", input);
  }

  private void assertRefused(Path path) {
    OutputFile output = new OutputFile(path);
    InputException refused =
        assertThrows(InputException.class, () -> outputs.writes("--json", output));
    assertTrue(refused.getMessage().startsWith("--json: expected a file of its own"));
  }

  @Test
  void notTheInput() throws IOException {
    assertRefused(input);
    assertRefused(folder.resolve("../" + folder.getFileName() + "/input"));
    assertRefused(Files.createLink(folder.resolve("hard"), input));
    assertRefused(Files.createSymbolicLink(folder.resolve("soft"), input));
    Path other = Files.createSymbolicLink(folder.resolve("folder"), folder);
    assertRefused(other.resolve("input"));
    assertEquals("mine", Files.readString(input));
  }

  @Test
  void notAnotherOutput() throws IOException {
    outputs.writes("--junit", new OutputFile(folder.resolve("out")));
    assertRefused(folder.resolve("out"));
    assertRefused(folder.resolve("./out"));
    assertRefused(Files.createSymbolicLink(folder.resolve("folder"), folder).resolve("out"));
  }

  @Test
  void notTheFolderOfAnotherOutput() {
    outputs.writes("--report", new OutputFolder(folder.resolve("out/page")));
    assertRefused(folder.resolve("out"));
  }

  @Test
  void otherFilesOfTheFolderWillDo() {
    outputs.writes("--junit", new OutputFile(folder.resolve("a")));
    outputs.writes("--json", new OutputFile(folder.resolve("b")));
  }
}
