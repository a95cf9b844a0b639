package bindcheck.target.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines of JSON: read strictly, written compactly. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The value that the line is, without its line feed. */
  static JsonNode read(byte[] line) throws ProtocolException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException notText) {
      String shown = new String(line, StandardCharsets.UTF_8);
      throw new ProtocolException("expected UTF-8, found " + Fields.shorten(shown));
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw new ProtocolException("expected a JSON object, found " + quoted(text));
      }
      return node;
    } catch (JsonProcessingException notJson) {
      throw new ProtocolException("expected a JSON object, found " + quoted(text));
    }
  }

  /** The line, with its line feed. */
  static byte[] write(ObjectNode node) {
    return (node + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.isBlank() ? "an empty line" : '"' + Fields.shorten(text) + '"';
  }
}
