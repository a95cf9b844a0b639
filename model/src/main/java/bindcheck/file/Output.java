package bindcheck.file;

import java.nio.file.Path;

/** Something that a command is to write. */
public interface Output {
  /** The file or folder that nothing else of the command may be. */
  Path path();

  /**
   * Says early that it cannot be written. Nothing is changed.
   *
   * @throws InputException if so
   */
  void requireWritable();
}
