package bindcheck.file;

import java.nio.file.Path;

/** A folder that a command is to write to, and makes where there is none. */
public record OutputFolder(Path path) implements Output {
  @Override
  public void requireWritable() {
    WholeFile.requireWritableFolder(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
