package bindcheck.report;

import bindcheck.file.InputException;
import bindcheck.file.Output;
import bindcheck.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A folder that pages are written to, and that is made where there is none. */
public record PageFolder(Path folder) implements Output {
  private static final String OWN = "<meta name=\"generator\" content=\"bindcheck\">";

  /** In bytes; the line that says whose the page is stands before. */
  private static final int HEAD = 1_000;

  /** The page to begin with. */
  @Override
  public Path path() {
    return folder.resolve("index.html");
  }

  /** The page beside it on which a script can be stepped through. */
  public Path explorer() {
    return folder.resolve(HtmlReport.EXPLORER);
  }

  /** Nor would a page take the place of another's. */
  @Override
  public void requireWritable() {
    WholeFile.requireWritableFolder(folder);
    for (Path page : List.of(path(), explorer())) {
      if (Files.exists(page, LinkOption.NOFOLLOW_LINKS) && !isOwn(page)) {
        throw new InputException(page, "expected no file, or one that this command wrote");
      }
    }
  }

  private static boolean isOwn(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(OWN);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Makes it.
   *
   * @throws InputException if that cannot be done
   */
  public void make() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found none");
    }
  }
}
