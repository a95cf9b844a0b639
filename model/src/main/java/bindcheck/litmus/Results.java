package bindcheck.litmus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * What one engine found of several programs, as it is kept in a file of JSON.
 *
 * @param engine the name of the engine
 * @param version of the tool behind it, or empty
 * @param target what ran, as a user names it
 * @param classes a hash of the class files that ran; empty where the target is none of Java
 * @param findings of each program
 */
public record Results(
    String engine,
    String version,
    String target,
    String classes,
    @JsonProperty("programs") List<Findings> findings) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Keeps a copy. */
  public Results {
    findings = List.copyOf(findings);
  }

  /**
   * Reads the text of such a file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Results parse(String text) {
    try {
      return JSON.readValue(text, Results.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected results in JSON", e);
    }
  }

  /** The text of the file, which {@link #parse} reads. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
