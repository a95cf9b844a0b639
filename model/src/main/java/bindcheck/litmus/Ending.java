package bindcheck.litmus;

import bindcheck.call.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * How one thread of a program ended.
 *
 * @param replies of its calls that returned, in their order; a new handle is not shown, its value
 *     being the implementation's business
 * @param blocked whether the call after those is blocked, so that further ones are not made
 */
public record Ending(List<Reply> replies, boolean blocked) {
  static final String BLOCKED = "blocked";

  /** Keeps a copy, without the values of handles. */
  public Ending {
    replies = replies.stream().map(Reply::withoutHandle).toList();
  }

  /** {@code OK, OK timestamp(5), blocked}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    replies.forEach(reply -> parts.add(reply.toString()));
    if (blocked) {
      parts.add(BLOCKED);
    }
    return String.join(", ", parts);
  }
}
