package bindcheck.spec;

import bindcheck.call.Reply;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is in a kernel, as plain data to be shown; handles and values are the specification's
 * numbers.
 */
public record KernelView(List<Item> objects) {
  /** An object. */
  public sealed interface Item permits Port, Interrupt, Other {
    /** The handles that refer to it, by their numbers. */
    List<Integer> handles();
  }

  /**
   * A port.
   *
   * @param packets in the order in which they are read, as replies that give them
   * @param isBindable whether it takes interrupts
   * @param isOpen whether it still has a handle, or had when last asked
   */
  public record Port(List<Integer> handles, List<Reply> packets, boolean isBindable, boolean isOpen)
      implements Item {}

  /**
   * An interrupt.
   *
   * @param port the handles of the port that it is bound to; empty where it is bound to none
   * @param key of the binding, 0 without one
   * @param arm as Interrupts.tla has it
   * @param remembered the triggers that are, as replies that give their times
   * @param waiters the threads that count as waiting
   */
  public record Interrupt(
      List<Integer> handles,
      Optional<List<Integer>> port,
      int key,
      String arm,
      boolean isDestroyed,
      List<Reply> remembered,
      Set<String> waiters)
      implements Item {}

  /** An object of another type. */
  public record Other(List<Integer> handles, String type) implements Item {}

  static KernelView of(Value kernel) {
    List<Item> items = new ArrayList<>();
    Terms.pairs(Terms.field(kernel, "objects"))
        .forEach((number, object) -> items.add(item(kernel, Terms.integer(number), object)));
    return new KernelView(List.copyOf(items));
  }

  private static Item item(Value kernel, int number, Value object) {
    List<Integer> handles = handles(kernel, number);
    String type = Terms.text(Terms.field(object, "type"));
    return switch (type) {
      case "port" -> port(handles, object);
      case "interrupt" -> interrupt(kernel, handles, object);
      default -> new Other(handles, type);
    };
  }

  private static List<Integer> handles(Value kernel, int object) {
    List<Integer> handles = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : Terms.pairs(Terms.field(kernel, "handles")).entrySet()) {
      if (integer(entry.getValue(), "object") == object) {
        handles.add(Terms.integer(entry.getKey()));
      }
    }
    return handles;
  }

  private static Port port(List<Integer> handles, Value port) {
    List<Reply> packets = new ArrayList<>();
    for (Value packet : Terms.elements(Terms.field(port, "interrupts"))) {
      packets.add(Reply.interruptPacket(integer(packet, "key"), integer(packet, "timestamp")));
    }
    for (Value packet : Terms.elements(Terms.field(port, "packets"))) {
      packets.add(Reply.userPacket(integer(packet, "key"), integer(packet, "payload")));
    }
    return new Port(
        handles,
        List.copyOf(packets),
        Terms.isTrue(Terms.field(port, "bindable")),
        Terms.text(Terms.field(port, "state")).equals("open"));
  }

  private static Interrupt interrupt(Value kernel, List<Integer> handles, Value interrupt) {
    List<Value> binding = Terms.elements(Terms.field(interrupt, "binding"));
    return new Interrupt(
        handles,
        binding.stream().map(to -> handles(kernel, integer(to, "port"))).findFirst(),
        binding.isEmpty() ? 0 : integer(binding.get(0), "key"),
        Terms.text(Terms.field(interrupt, "arm")),
        Terms.isTrue(Terms.field(interrupt, "destroyed")),
        Terms.elements(Terms.field(interrupt, "remembered")).stream()
            .map(time -> Reply.ok(new Reply.Timestamp(Terms.integer(time))))
            .toList(),
        Terms.texts(Terms.field(interrupt, "waiters")));
  }

  private static int integer(Value record, String field) {
    return Terms.integer(Terms.field(record, field));
  }
}
