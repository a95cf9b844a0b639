package bindcheck.spec;

import bindcheck.tla.ModuleFile;
import bindcheck.tla.ParsedModule;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A packaged module as it was parsed when this program was built: parsing takes longer than most
 * commands. It holds for the files that it was made from, whose checksums stand at its head.
 */
final class SpecImage {
  private static final String SUFFIX = ".parsed";

  private SpecImage() {}

  /**
   * Writes what is to be packaged, always anew: what is read of the same files changes with this
   * program.
   *
   * @param args the folder with the packaged specification
   */
  public static void main(String[] args) throws IOException {
    String module = "Evaluation";
    write(module, Path.of(args[0]).resolve(module + SUFFIX));
  }

  private static void write(String module, Path file) throws IOException {
    SpecParser parser = new SpecParser(module, Map.of());
    try (DataOutputStream to = new DataOutputStream(Files.newOutputStream(file))) {
      SortedMap<String, Long> sums = sums(parser.files());
      to.writeShort(sums.size());
      for (Map.Entry<String, Long> sum : sums.entrySet()) {
        to.writeUTF(sum.getKey());
        to.writeLong(sum.getValue());
      }
      ModuleFile.write(parser.read(), to);
    }
  }

  /** The module, if it was packaged, and with what its files are now. */
  static Optional<ParsedModule> read(String module) {
    try (InputStream in = SpecImage.class.getResourceAsStream(resource(module + SUFFIX))) {
      if (in == null) {
        return Optional.empty();
      }
      DataInputStream from = new DataInputStream(new BufferedInputStream(in));
      SortedMap<String, Long> sums = new TreeMap<>();
      for (int i = from.readUnsignedShort(); i > 0; i--) {
        sums.put(from.readUTF(), from.readLong());
      }
      return sums.equals(sums(sums.keySet()))
          ? Optional.of(ModuleFile.read(from))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(module + " cannot be read", e);
    }
  }

  private static String resource(String file) {
    return "/spec/" + file;
  }

  private static SortedMap<String, Long> sums(Collection<String> files) {
    SortedMap<String, Long> sums = new TreeMap<>();
    files.forEach(file -> sums.put(file, sum(file)));
    return sums;
  }

  /** 0 where the file is gone. */
  private static long sum(String file) {
    try (InputStream in = SpecImage.class.getResourceAsStream(resource(file))) {
      CRC32 sum = new CRC32();
      sum.update(in == null ? new byte[0] : in.readAllBytes());
      return sum.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
