package bindcheck.target.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
  record Request(long id, String method, Fields params) {}

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

  static Request readRequest(JsonNode node) throws ProtocolException {
    Fields fields = fields("the request", node);
    long id = fields.integer("id", 1, LARGEST_ID);
    String method = fields.text("method");
    Fields params = fields.object("params");
    fields.end();
    return new Request(id, method, params);
  }

  static Response readResponse(JsonNode node) throws ProtocolException {
    Fields fields = fields("the response", node);
    if (node.has("error")) {
      Fields error = fields.object("error");
      String text =
          "error "
              + error.any("code")
              + ": "
              + Fields.shorten(error.text("message"), LONGEST_REASON);
      boolean ofRequest = !node.path("id").isNull();
      return new Response(ofRequest ? fields.integer("id", 1, LARGEST_ID) : 0, null, text);
    }
    long id = fields.integer("id", 1, LARGEST_ID);
    JsonNode result = fields.any("result");
    fields.end();
    return new Response(id, result, null);
  }

  private static Fields fields(String what, JsonNode node) throws ProtocolException {
    Fields fields = new Fields(what, node);
    if (!fields.text("jsonrpc").equals(VERSION)) {
      throw Fields.unexpected("jsonrpc", "\"" + VERSION + "\"", node.get("jsonrpc"));
    }
    return fields;
  }
}
