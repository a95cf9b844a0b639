package bindcheck.target.hosted;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON objects in a stream: the length in bytes first, as 32 bits. */
final class Frames {
  /** No round of calls comes near it. */
  private static final int LONGEST = 1 << 28;

  private Frames() {}

  static void write(ObjectNode object, DataOutputStream out) throws IOException {
    byte[] bytes = object.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /**
   * Waits for one.
   *
   * @param where what an error message calls it
   * @throws java.io.EOFException at the end of the stream
   */
  static JsonFields read(DataInputStream in, String where) throws IOException, Malformed {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new Malformed("a length of " + where, Integer.toString(length));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return JsonFields.parse(new String(bytes, StandardCharsets.UTF_8), where);
  }
}
