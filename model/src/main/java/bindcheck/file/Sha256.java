package bindcheck.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, part by part. */
public final class Sha256 {
  /** The bytes of a hash that tells apart what nobody makes alike on purpose. */
  private static final int SHORT = 8;

  private final MessageDigest digest;

  /** Begins with nothing. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds a text in UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a line of text, with its end. */
  public Sha256 addLine(String line) {
    return add(line).add("\n");
  }

  /** All 64 hex digits; afterwards it begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The first 16 hex digits; afterwards it begins anew. */
  public String shortHex() {
    return HexFormat.of().formatHex(digest.digest(), 0, SHORT);
  }
}
