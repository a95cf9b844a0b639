package bindcheck.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there as a whole or not at all, and nothing else is ever written. */
class WholeFileTest {
  @TempDir private Path folder;

  private Set<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return Set.copyOf(all.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aWritingThatFailsLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    WholeFile.Writing broken =
        out -> {
          out.write("after");
          throw new IOException("no more");
        };
    assertThrows(InputException.class, () -> WholeFile.write(file, broken));
    assertEquals("before", Files.readString(file));
    assertEquals(Set.of("a"), names());
  }

  @Test
  void nobodyFindsTheFileThatIsBeingWrittenByItsName() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    for (String name : new String[] {".a.part", ".bindcheck.part", "a.part"}) {
      Files.createSymbolicLink(folder.resolve(name), victim);
    }
    WholeFile.write(folder.resolve("a"), out -> out.write("text"));
    assertEquals("mine", Files.readString(victim));
    assertEquals("text", Files.readString(folder.resolve("a")));
  }

  @Test
  void aLinkIsReplacedAndNotFollowed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("a"), victim);
    WholeFile.write(link, out -> out.write("text"));
    assertEquals("mine", Files.readString(victim));
    assertTrue(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void othersMayReadIt() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("a");
    WholeFile.write(file, out -> out.write("text"));
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    assertTrue(mode.contains(PosixFilePermission.OWNER_WRITE), mode::toString);
    assertFalse(mode.contains(PosixFilePermission.GROUP_WRITE), mode::toString);
    assertFalse(mode.contains(PosixFilePermission.OWNER_EXECUTE), mode::toString);
  }

  @Test
  void halfACharacterIsReplaced() throws IOException {
    Path file = folder.resolve("a");
    WholeFile.write(file, out -> out.write("a\uD800b\uDC00c\uD83D\uDE00"));
    assertEquals("a\uFFFDb\uFFFDc\uD83D\uDE00", Files.readString(file));
  }

  @Test
  void sayingEarlyThatItCanBeWrittenChangesNothing() throws IOException {
    WholeFile.requireWritable(folder.resolve("a"));
    WholeFile.requireWritableFolder(folder.resolve("b/c"));
    assertEquals(Set.of(), names());
  }

  @Test
  void whatIsNoFileStays() {
    for (String path : new String[] {"/", "/dev/null", "/dev/zero", folder.toString()}) {
      assertThrows(InputException.class, () -> WholeFile.requireWritable(Path.of(path)), path);
      assertThrows(
          InputException.class, () -> WholeFile.write(Path.of(path), out -> out.write("x")), path);
    }
  }

  @Test
  void aNameThatIsTooLongIsSaidEarly() {
    Path file = folder.resolve("x".repeat(300));
    assertThrows(InputException.class, () -> WholeFile.requireWritable(file));
  }
}
