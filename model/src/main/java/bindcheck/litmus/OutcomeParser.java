package bindcheck.litmus;

import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.file.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an outcome. */
final class OutcomeParser {
  private static final Pattern THREAD = Pattern.compile("\\s*(\\w+):\\s*(.*?)\\s*");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?<status>[A-Z_]+|-?\\d+)"
              + "(?: timestamp\\((?<timestamp>-?\\d+)\\)"
              + "| packet\\((?<type>INTERRUPT|USER|type=\\d+), key=(?<key>\\d+)"
              + "(?:, status=(?<inner>[A-Z_]+|-?\\d+))?"
              + ", (?:timestamp=(?<time>-?\\d+)|payload=(?<payload>\\d+|\\[\\d+(?:, \\d+){3}]))\\))?");
  private static final String NUMBERED = "type=";
  private static final String SEPARATOR = ", ";

  private OutcomeParser() {}

  static Outcome parse(String text) {
    SortedMap<String, Ending> endings = new TreeMap<>();
    for (String part : text.split("\\|\\|", -1)) {
      Matcher thread = THREAD.matcher(part);
      if (!thread.matches()) {
        throw expected("THREAD: REPLY, ... || THREAD: ...", part.strip());
      }
      if (endings.put(thread.group(1), ending(thread.group(2))) != null) {
        throw expected("each thread once", thread.group(1));
      }
    }
    return new Outcome(endings);
  }

  static Ending ending(String text) {
    List<Reply> replies = new ArrayList<>();
    Matcher matcher = REPLY.matcher(text);
    int at = 0;
    while (at < text.length() && !text.startsWith(Ending.BLOCKED, at)) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw expected("a reply, such as OK or OK timestamp(5), or blocked", text.substring(at));
      }
      replies.add(new Reply(status(matcher.group("status")), output(matcher)));
      at = matcher.end();
      if (at < text.length() && !text.startsWith(SEPARATOR, at)) {
        throw expected("', ' between replies", text.substring(at));
      }
      at = Math.min(text.length(), at + SEPARATOR.length());
    }
    boolean blocked = text.startsWith(Ending.BLOCKED, at);
    boolean complete = at + (blocked ? Ending.BLOCKED.length() : 0) == text.length();
    if (!complete || text.isEmpty() || text.endsWith(",")) {
      throw expected("replies, and at most one blocked at the end", text);
    }
    return new Ending(replies, blocked);
  }

  private static Reply.Output output(Matcher match) {
    if (match.group("timestamp") != null) {
      return new Reply.Timestamp(number(match.group("timestamp"), true));
    }
    String type = match.group("type");
    if (type == null) {
      return Reply.None.NONE;
    }
    int number =
        (int) PortPacket.type(type).orElseGet(() -> type(type.substring(NUMBERED.length())));
    String time = match.group("time");
    if ((time != null) != (number == PortPacket.INTERRUPT)) {
      throw expected("timestamp= in an interrupt's packet, payload= in another", match.group());
    }
    return new PortPacket(
        number,
        number(match.group("key"), false),
        match.group("inner") == null ? 0 : status(match.group("inner")),
        time == null ? payload(match.group("payload")) : Payload.of(number(time, true)));
  }

  private static Payload payload(String text) {
    if (!text.startsWith("[")) {
      return Payload.of(number(text, false));
    }
    String[] words = text.substring(1, text.length() - 1).split(SEPARATOR, -1);
    return Payload.of(place -> number(words[place], false));
  }

  private static long type(String digits) {
    try {
      return Integer.parseUnsignedInt(digits);
    } catch (NumberFormatException tooLong) {
      throw expected("an unsigned 32-bit number", digits);
    }
  }

  private static int status(String text) {
    return Status.parse(text).orElseThrow(() -> expected("a status", text));
  }

  private static long number(String digits, boolean signed) {
    try {
      return signed ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException tooLong) {
      throw expected((signed ? "a signed" : "an unsigned") + " 64-bit number", digits);
    }
  }

  private static IllegalArgumentException expected(String what, String found) {
    String shown = found.isEmpty() ? "the end of the line" : "'" + Excerpt.of(found) + "'";
    return new IllegalArgumentException("expected " + what + ", found " + shown);
  }
}
