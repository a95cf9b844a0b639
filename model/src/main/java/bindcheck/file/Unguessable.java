package bindcheck.file;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that nobody knows before they are there. */
final class Unguessable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 12;

  private Unguessable() {}

  static String name() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
