package bindcheck.certificate;

import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.file.TextFile;
import bindcheck.file.WholeFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certificate as schema/certificate.schema.json has it.
 *
 * @param program what made it, with its version
 * @param java the version of Java that it ran on
 */
public record CertificateFile(String program, String java, List<Claim> claims) {
  private static final String FORMAT = "bindcheck-certificate";
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 1 << 24;

  /** Keeps a copy. */
  public CertificateFile {
    claims = List.copyOf(claims);
  }

  /**
   * Reads one.
   *
   * @throws InputException if it is none
   */
  public static CertificateFile read(Path file) {
    String text = TextFile.read(file, "a certificate", MOST_BYTES);
    try {
      JsonFields fields = JsonFields.parse(text, "the certificate");
      fields.constant("format", FORMAT);
      fields.integer("version", VERSION, VERSION);
      CertificateFile read =
          new CertificateFile(
              fields.text("program"), fields.text("java"), claims(fields.parts("claims")));
      fields.end();
      return read;
    } catch (Malformed malformed) {
      throw new InputException(file, malformed.getMessage());
    }
  }

  /** What is claimed of that kind. */
  public List<Claim> of(Claims kind) {
    return claims.stream().filter(claim -> claim.kind().equals(kind.kind())).toList();
  }

  /**
   * Makes sure that every claim is of a kind that can be seen again.
   *
   * @param file where it was read
   * @throws InputException if one is not
   */
  public void requireKinds(Path file, List<Claims> kinds) {
    List<String> known = kinds.stream().map(Claims::kind).toList();
    claims.stream()
        .filter(claim -> !known.contains(claim.kind()))
        .findFirst()
        .ifPresent(
            claim -> {
              throw new InputException(
                  file,
                  "expected claims of a "
                      + String.join(", ", known)
                      + ", found '"
                      + Excerpt.of(claim.toString())
                      + "'");
            });
  }

  private static List<Claim> claims(List<JsonFields> parts) throws Malformed {
    List<Claim> claims = new ArrayList<>();
    for (JsonFields part : parts) {
      SortedMap<String, String> says = new TreeMap<>();
      for (JsonFields said : part.parts("says")) {
        says.put(said.text("what"), said.text("seen"));
        said.end();
      }
      claims.add(new Claim(part.text("kind"), part.text("name"), says));
      part.end();
    }
    return claims;
  }

  /**
   * Writes it.
   *
   * @throws InputException if the file cannot be written
   */
  public void write(Path file) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("program", program)
            .put("java", java);
    ArrayNode array = node.putArray("claims");
    claims.forEach(claim -> add(claim, array.addObject()));
    WholeFile.write(file, out -> out.write(node.toPrettyString() + "\n"));
  }

  private static void add(Claim claim, ObjectNode node) {
    node.put("kind", claim.kind()).put("name", claim.name());
    ArrayNode says = node.putArray("says");
    claim.says().forEach((what, seen) -> says.addObject().put("what", what).put("seen", seen));
  }
}
