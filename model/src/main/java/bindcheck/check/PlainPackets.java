package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.script.Line;
import java.util.List;
import java.util.stream.Stream;

/** Puts packets of a key and one number in the places of those of which more is said. */
final class PlainPackets {
  private static final Payload SMALL = new Payload(1, 2, 3, 4);

  private PlainPackets() {}

  /** The lines with nothing but such packets. */
  static List<Line> of(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.statement() instanceof Call call && call.hasWholePacket()
                    ? new Line(line.thread(), line.name(), plain(call), line.number())
                    : line)
        .toList();
  }

  private static Call plain(Call call) {
    return call.withPacket(PortPacket.ofUser(call.packet().key(), call.packet().value()));
  }

  /** The call with a packet of which less is said, the plainest first. */
  static List<Call> plainer(Call call) {
    if (!call.hasWholePacket()) {
      return List.of();
    }
    PortPacket packet = call.packet();
    Payload oneWord = Payload.of(packet.value());
    Payload small = packet.payload().isOneWord() ? oneWord : SMALL;
    return Stream.of(
            PortPacket.ofUser(packet.key(), packet.value()),
            new PortPacket(PortPacket.USER, packet.key(), packet.status(), packet.payload()),
            new PortPacket(packet.type(), packet.key(), 0, packet.payload()),
            new PortPacket(packet.type(), packet.key(), packet.status(), oneWord),
            new PortPacket(packet.type(), packet.key(), packet.status(), small))
        .filter(plainer -> !plainer.equals(packet))
        .map(call::withPacket)
        .toList();
  }
}
