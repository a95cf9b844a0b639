package bindcheck.spec.tlc;

import bindcheck.file.Packaged;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One model of the manifest, and what TLC is to say of it.
 *
 * @param name the name of its configuration
 * @param mode what is checked
 * @param violates the property that it is meant to violate, or null where it is to hold
 * @param distinct how many distinct states it has, like {@code generated} and {@code depth} only
 *     where it holds
 * @param takesLong whether it runs only when it is asked for
 */
public record Model(
    String name,
    String module,
    @JsonProperty(required = true) Mode mode,
    String variant,
    String shows,
    String violates,
    long distinct,
    long generated,
    long depth,
    @JsonProperty("long") boolean takesLong) {

  /** What is checked of a model. */
  public enum Mode {
    /** Pure operators, by assumptions; there are no states. */
    @JsonProperty("operators")
    OPERATORS,
    /** Invariants, and what holds of every step. */
    @JsonProperty("safety")
    SAFETY,
    /** What must come, under fairness. */
    @JsonProperty("liveness")
    LIVENESS,
    /** That every behaviour is one of another specification. */
    @JsonProperty("refinement")
    REFINEMENT;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Pattern PROPERTIES =
      Pattern.compile(
          "(?:INVARIANT|INVARIANTS|PROPERTY|PROPERTIES)\\b((?:\\s+(?![A-Z_]+\\b)\\w+)+)");

  /** The models of spec/manifest.json. */
  public static List<Model> all() {
    try (InputStream in = Model.class.getResourceAsStream("/spec/manifest.json")) {
      return new ObjectMapper().readValue(in, new TypeReference<List<Model>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("spec/manifest.json cannot be read", e);
    }
  }

  /** Whether it is to hold. */
  public boolean holds() {
    return violates == null;
  }

  /** What is to be seen. */
  public ModelResult expected() {
    return holds()
        ? new ModelResult(ModelResult.HOLDS, distinct, generated, depth)
        : ModelResult.violates(violates);
  }

  /** The text of its configuration. */
  public String configuration() {
    return Packaged.text("/spec/" + name + ".cfg");
  }

  /** The properties that its configuration names. */
  public List<String> properties() {
    List<String> properties = new ArrayList<>();
    Matcher named = PROPERTIES.matcher(configuration());
    while (named.find()) {
      properties.addAll(List.of(named.group(1).strip().split("\\s+", -1)));
    }
    return properties;
  }
}
