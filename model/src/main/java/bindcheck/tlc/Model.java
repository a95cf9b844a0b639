package bindcheck.tlc;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One model of the manifest, and what TLC is to say of it.
 *
 * @param name the name of its configuration
 * @param violates the property that it is meant to violate, or null where it is to hold
 * @param distinct how many distinct states it has, like {@code generated} and {@code depth} only
 *     where it holds
 */
public record Model(
    String name,
    String module,
    String variant,
    String shows,
    String violates,
    long distinct,
    long generated,
    long depth) {

  /** The models of spec/manifest.json. */
  public static List<Model> all() {
    try (InputStream in = Model.class.getResourceAsStream("/spec/manifest.json")) {
      return new ObjectMapper().readValue(in, new TypeReference<List<Model>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("spec/manifest.json cannot be read", e);
    }
  }

  /** What is to be seen. */
  public ModelResult expected() {
    return violates != null
        ? new ModelResult("violates " + violates, 0, 0, 0)
        : new ModelResult(ModelResult.HOLDS, distinct, generated, depth);
  }
}
