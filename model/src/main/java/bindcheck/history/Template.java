package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;

/** What events are alike in that differ in their numbers only. */
@FunctionalInterface
interface Template {
  /** The event with these numbers; null where one is too large for its place. */
  Event of(long[] numbers);

  /**
   * What an event is without the numbers in it.
   *
   * @param numbers differ from each other and from all other numbers in the event
   * @return null where nothing is known of the place of one
   */
  static Template without(long[] numbers, Event event) {
    if (numbers.length == 0) {
      return none -> event;
    }
    Template template = null;
    if (event instanceof Event.Called called) {
      template = call(called, numbers);
    } else if (event instanceof Event.Returned returned) {
      template = reply(returned, numbers);
    }
    return template != null && event.equals(template.of(numbers)) ? template : null;
  }

  private static Template call(Event.Called called, long[] numbers) {
    Call call = called.call();
    long[] raw = new long[call.parameters().size()];
    int[] places = new int[raw.length];
    boolean[] signed = new boolean[raw.length];
    int found = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = call.argument(i);
      places[i] = place(raw[i], numbers);
      Kind kind = call.parameters().get(i).kind();
      signed[i] = kind == Kind.I64 || kind == Kind.TIME;
      found += places[i] < 0 ? 0 : 1;
    }
    if (found != numbers.length) {
      return null;
    }
    return given -> {
      long[] arguments = raw.clone();
      for (int i = 0; i < arguments.length; i++) {
        if (places[i] >= 0) {
          arguments[i] = given[places[i]];
          if (signed[i] && arguments[i] < 0) {
            return null;
          }
        }
      }
      return new Event.Called(called.thread(), Call.of(call.op(), call.nullPointer(), arguments));
    };
  }

  private static Template reply(Event.Returned returned, long[] numbers) {
    int status = returned.reply().status();
    if (returned.reply().output() instanceof PortPacket packet) {
      return packet(returned.thread(), status, packet, numbers);
    }
    if (numbers.length > 1) {
      return null;
    }
    boolean isHandle = returned.reply().output() instanceof Reply.Handle;
    return given ->
        isHandle || given[0] >= 0
            ? new Event.Returned(
                returned.thread(),
                new Reply(
                    status,
                    isHandle ? new Reply.Handle((int) given[0]) : new Reply.Timestamp(given[0])))
            : null;
  }

  private static Template packet(String thread, int status, PortPacket packet, long[] numbers) {
    int key = place(packet.key(), numbers);
    int value = place(packet.value(), numbers);
    boolean isSigned = packet.type() == PortPacket.INTERRUPT;
    if ((key < 0 ? 0 : 1) + (value < 0 ? 0 : 1) != numbers.length) {
      return null;
    }
    return given -> {
      long number = value < 0 ? packet.value() : given[value];
      return isSigned && number < 0
          ? null
          : new Event.Returned(
              thread,
              new Reply(
                  status,
                  new PortPacket(
                      packet.type(),
                      key < 0 ? packet.key() : given[key],
                      packet.status(),
                      number)));
    };
  }

  /** The place of a number among others; negative where it is none of them. */
  private static int place(long number, long[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number) {
        return i;
      }
    }
    return -1;
  }
}
