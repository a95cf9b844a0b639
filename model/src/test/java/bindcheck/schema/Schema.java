package bindcheck.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A published JSON Schema, as its users validate with it. */
public final class Schema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final com.networknt.schema.Schema schema;

  /** The packaged schema of that name. */
  public Schema(String name) {
    this(packaged(name));
  }

  private Schema(ObjectNode root) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(root.toString(), InputFormat.JSON);
  }

  /** One of the definitions in the packaged schema of that name, such as {@code results/reset}. */
  public static Schema definition(String name, String path) {
    ObjectNode root = JSON.createObjectNode().put("$ref", "#/$defs/" + path);
    root.set("$defs", packaged(name).get("$defs"));
    return new Schema(root);
  }

  private static ObjectNode packaged(String name) {
    try (InputStream in = Schema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the text; nothing where it is valid. */
  public List<String> errors(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::getMessage).toList();
  }
}
