package bindcheck.script;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Status;
import bindcheck.file.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What may be written of a packet beside its key and the first word of its payload: all four words,
 * as {@code [1, 2, 3, 4]}, and {@code status=BAD_STATE} and {@code type=INTERRUPT} at the end.
 */
final class WholePacket {
  private Optional<Payload> payload = Optional.empty();
  private OptionalInt status = OptionalInt.empty();
  private OptionalInt type = OptionalInt.empty();

  private WholePacket() {}

  static WholePacket of(Written payload, List<Written> named) throws Malformed {
    WholePacket packet = new WholePacket();
    if (payload.isList()) {
      packet.payload = Optional.of(words(payload));
    }
    for (Written one : named) {
      packet.read(one);
    }
    return packet;
  }

  private static Payload words(Written payload) throws Malformed {
    long[] words = new long[Payload.WORDS];
    for (int i = 0; i < words.length; i++) {
      OptionalLong word =
          payload.words().size() == words.length
              ? Numbers.any(Kind.U64, payload.words().get(i))
              : OptionalLong.empty();
      words[i] =
          word.orElseThrow(
              () ->
                  new Malformed(
                      "payload to be " + Kind.U64.range() + ", or four of them in brackets",
                      Tokens.quote(payload.toString())));
    }
    return Payload.of(place -> words[place]);
  }

  private void read(Written named) throws Malformed {
    boolean isStatus = named.name().equals(Call.STATUS);
    boolean isKnown = isStatus || named.name().equals(Call.TYPE);
    if (!isKnown || (isStatus ? status : type).isPresent()) {
      throw new Malformed(
          "after the payload at most status=STATUS and type=TYPE, once each",
          Tokens.quote(named.toString()));
    }
    String word = named.isList() || named.words().size() > 1 ? "" : named.word();
    if (isStatus) {
      status = required(Status.parse(word), "status to be the name or the number of one", named);
    } else {
      type = required(type(word), "type to be INTERRUPT, USER or a number of 32 bits", named);
    }
  }

  private static OptionalInt type(String word) {
    OptionalLong known = PortPacket.type(word);
    OptionalLong number = known.isPresent() ? known : Numbers.any(Kind.U32, word);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  private static OptionalInt required(OptionalInt value, String what, Written named)
      throws Malformed {
    if (value.isEmpty()) {
      throw new Malformed(what, Tokens.quote(named.toString()));
    }
    return value;
  }

  /** The call, which has the key and the first word, with all that was written of its packet. */
  Call in(Call call) {
    PortPacket plain = call.packet();
    return call.withPacket(
        new PortPacket(
            type.orElse(plain.type()),
            plain.key(),
            status.orElse(plain.status()),
            payload.orElse(plain.payload())));
  }
}
