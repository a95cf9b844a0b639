package bindcheck.target.process;

import bindcheck.file.Excerpt;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON-RPC 2.0, as far as the protocol uses it: requests, responses, errors. */
final class Rpc {
  static final String INITIALIZE = "initialize";
  static final String RESET = "reset";
  static final String BLOCKED = "blocked";
  static final String EXPIRE = "expire";
  static final String SHUTDOWN = "shutdown";

  /** No JSON, or no request. */
  static final int INVALID_REQUEST = -32600;

  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;

  private static final String VERSION = "2.0";
  private static final int LONGEST_REASON = 240;
  private static final long LARGEST_ID = (1L << 53) - 1;

  /** A request. */
  record Request(long id, String method, JsonFields params) {}

  /**
   * A response.
   *
   * @param result null where there is an error
   * @param error what it says, or null
   */
  record Response(long id, JsonNode result, String error) {}

  private Rpc() {}

  static ObjectNode request(long id, String method, ObjectNode params) {
    ObjectNode request = message().put("id", id).put("method", method);
    request.set("params", params);
    return request;
  }

  static ObjectNode response(long id, ObjectNode result) {
    ObjectNode response = message().put("id", id);
    response.set("result", result);
    return response;
  }

  /** An error; without an id where the request's could not be read. */
  static ObjectNode error(Long id, int code, String text) {
    ObjectNode response = message().put("id", id);
    response.putObject("error").put("code", code).put("message", text);
    return response;
  }

  private static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("jsonrpc", VERSION);
  }

  static Request readRequest(byte[] line) throws Malformed {
    JsonFields fields = read(line, "the request");
    long id = id(fields);
    String method = fields.text("method");
    JsonFields params = fields.part("params");
    fields.end();
    return new Request(id, method, params);
  }

  static Response readResponse(byte[] line) throws Malformed {
    JsonFields fields = read(line, "the response");
    if (fields.has("error")) {
      JsonFields error = fields.part("error");
      String message = Excerpt.of(error.text("message"), LONGEST_REASON);
      String text = "error " + Excerpt.of(error.any("code").toString()) + ": " + message;
      return new Response(fields.isNull("id") ? 0 : id(fields), null, text);
    }
    long id = id(fields);
    JsonNode result = fields.any("result");
    fields.end();
    return new Response(id, result, null);
  }

  private static JsonFields read(byte[] line, String where) throws Malformed {
    JsonFields fields = JsonFields.parse(text(line), where);
    fields.constant("jsonrpc", VERSION);
    return fields;
  }

  private static String text(byte[] line) throws Malformed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException notText) {
      throw new Malformed("UTF-8", Excerpt.of(new String(line, StandardCharsets.UTF_8)));
    }
  }

  private static long id(JsonFields fields) throws Malformed {
    return fields.integer("id", 1, LARGEST_ID);
  }

  /** The line of a message, with its line feed. */
  static byte[] line(ObjectNode message) {
    return (message + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
