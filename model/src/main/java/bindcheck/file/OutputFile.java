package bindcheck.file;

import java.nio.file.Path;

/** A file that a command is to write. */
public record OutputFile(Path path) implements Output {
  @Override
  public void requireWritable() {
    WholeFile.requireWritable(path);
  }

  /** Writes it, {@link WholeFile as a whole or not at all}. */
  public void write(WholeFile.Writing writing) {
    WholeFile.write(path, writing);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
