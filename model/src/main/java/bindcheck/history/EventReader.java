package bindcheck.history;

import bindcheck.call.CallJson;
import bindcheck.call.Identifiers;
import bindcheck.call.ReplyJson;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;

/** Reads what {@link EventWriter} writes. */
public final class EventReader {
  private EventReader() {}

  static Header header(JsonFields fields) throws Malformed {
    String target = fields.text("target");
    String deadlines = fields.text("deadlines");
    if (!deadlines.equals("recorded") && !deadlines.equals("any")) {
      throw fields.wrong("deadlines", "\"recorded\" or \"any\"");
    }
    return new Header(target, deadlines.equals("recorded"));
  }

  /** An event; numbers in it may begin with zeros, as format 1 has always had them. */
  public static Event event(JsonFields line) throws Malformed {
    JsonFields fields = line.padded();
    Event event =
        switch (fields.text("event")) {
          case "call" -> new Event.Called(thread(fields), CallJson.HISTORY.read(fields));
          case "return" -> new Event.Returned(thread(fields), ReplyJson.TARGET.read(fields));
          case "expire" -> new Event.Expired(thread(fields));
          case "quiescent" -> new Event.Quiescent();
          case "reset" -> new Event.Reset();
          case "end" -> new Event.End(fields.truth("quiescent"));
          default -> throw fields.wrong("event", "call, return, expire, quiescent, reset or end");
        };
    fields.end();
    return event;
  }

  private static String thread(JsonFields fields) throws Malformed {
    String thread = fields.text("thread");
    if (!Identifiers.isIdentifier(thread)) {
      throw fields.wrong("thread", "the name of a thread");
    }
    return thread;
  }
}
