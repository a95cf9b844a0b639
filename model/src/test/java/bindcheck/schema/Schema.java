package bindcheck.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A published JSON Schema, as its users validate with it. */
public final class Schema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  /** The packaged schema of that name. */
  public Schema(String name) {
    try (InputStream in = Schema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Schema(JsonNode root) {
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }

  /** One of the definitions in the packaged schema of that name, such as {@code results/reset}. */
  public static Schema definition(String name, String path) {
    try (InputStream in = Schema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      ObjectNode root = JSON.createObjectNode().put("$ref", "#/$defs/" + path);
      root.set("$defs", JSON.readTree(in).get("$defs"));
      return new Schema(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the text; nothing where it is valid. */
  public List<String> errors(String json) {
    return schema.validate(parse(json)).stream().map(ValidationMessage::getMessage).toList();
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
