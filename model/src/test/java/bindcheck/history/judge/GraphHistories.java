package bindcheck.history.judge;

import bindcheck.call.Call;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.spec.SequentialGraph;
import bindcheck.spec.SequentialGraph.Block;
import bindcheck.spec.SequentialGraph.Edge;
import bindcheck.spec.Stimulus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Histories whose calls come one after the other: walks of TLC's state graph of a scene, and the
 * same with something wrong; and what that graph says of them. A process of its own; it writes each
 * history to a file and prints a line for each.
 */
public final class GraphHistories {
  private static final int MOST_TRIES = 30;

  /** Of so many walks one has something else that need not show. */
  private static final int ANY_IN = 5;

  private static final int[] STATUSES = {0, -11, -20, -23, -25};
  private static final int VALUES = 3;
  private static final int MISTAKES = 6;

  private final SequentialGraph graph;
  private final List<Event> setUp;
  private final Random random;
  private final Path folder;
  private int written;

  private GraphHistories(String scene, String variant, long seed, Path folder) {
    this.graph = new SequentialGraph(scene, variant);
    this.setUp = setUp(SequentialGraph.setUp(scene));
    this.random = new Random(seed);
    this.folder = folder;
  }

  /**
   * Prints the size of the graph; then for each history the number of the block that the graph
   * rejects, or of all blocks, and of the events at the end of each block.
   *
   * @param args scene, variant, seed, how many walks, of how many blocks each, and the folder
   */
  public static void main(String[] args) throws IOException {
    GraphHistories histories =
        new GraphHistories(args[0], args[1], Long.parseLong(args[2]), Path.of(args[5]));
    System.out.println(histories.graph.states());
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      List<Block> walk = histories.walk(Integer.parseInt(args[4]));
      histories.write(walk);
      histories.writeWrong(walk, i % ANY_IN == 0);
    }
    System.exit(0);
  }

  private static List<Event> setUp(List<Stimulus> stimuli) {
    List<Event> events = new ArrayList<>();
    for (Stimulus stimulus : stimuli) {
      Call call = stimulus.call();
      events.add(new Event.Called(stimulus.thread(), call));
      Reply reply = call.returnsHandle() ? Reply.ok(new Reply.Handle(stimulus.out())) : Reply.of(0);
      events.add(new Event.Returned(stimulus.thread(), reply));
    }
    return events;
  }

  private List<Block> walk(int length) {
    List<Block> walk = new ArrayList<>();
    int at = 0;
    while (walk.size() < length && !graph.from(at).isEmpty()) {
      List<Edge> edges = graph.from(at);
      Edge edge = edges.get(random.nextInt(edges.size()));
      walk.add(edge.block());
      at = edge.to();
    }
    return walk;
  }

  /** The first block that the graph does not have; all, if it has; empty if it cannot say. */
  private OptionalInt judge(List<Block> blocks) {
    Set<Integer> states = Set.of(0);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Set<Integer> next = new HashSet<>();
      for (int state : states) {
        boolean isOffered = false;
        for (Edge edge : graph.from(state)) {
          isOffered |= edge.block().stimulus().equals(block.stimulus());
          if (edge.block().equals(block)) {
            next.add(edge.to());
          }
        }
        if (!isOffered) {
          return OptionalInt.empty(); // The scene does not make that call here.
        }
      }
      if (next.isEmpty()) {
        return OptionalInt.of(i);
      }
      states = next;
    }
    return OptionalInt.of(blocks.size());
  }

  /** One that has something wrong with it; that shows, unless any will do. */
  private void writeWrong(List<Block> walk, boolean anyWillDo) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      List<Block> wrong = wrong(walk);
      OptionalInt reached = judge(wrong);
      boolean isRejected = reached.isPresent() && reached.getAsInt() < wrong.size();
      if (isRejected || (anyWillDo && reached.isPresent() && !wrong.equals(walk))) {
        write(wrong);
        return;
      }
    }
  }

  private void write(List<Block> blocks) throws IOException {
    List<Event> events = new ArrayList<>(setUp);
    StringBuilder ends = new StringBuilder();
    for (Block block : blocks) {
      String thread = block.thread();
      events.add(
          block.stimulus().isExpire()
              ? new Event.Expired(thread)
              : new Event.Called(thread, block.stimulus().call()));
      List<String> returning = new ArrayList<>(block.replies().keySet());
      Collections.shuffle(returning, random);
      returning.forEach(one -> events.add(new Event.Returned(one, block.replies().get(one))));
      events.add(new Event.Quiescent());
      ends.append(' ').append(events.size());
    }
    events.add(new Event.End(true));
    Path file = folder.resolve(written++ + ".history");
    try (HistoryWriter writer =
        new HistoryWriter(Files.newOutputStream(file), new Header("a state graph", true))) {
      events.forEach(writer::write);
    }
    System.out.println(judge(blocks).getAsInt() + ends.toString());
  }

  /** Something else in one place, such that threads may have made it. */
  private List<Block> wrong(List<Block> walk) {
    List<Block> wrong = new ArrayList<>(walk);
    int at = random.nextInt(walk.size());
    switch (random.nextInt(MISTAKES)) {
      case 0, 1 -> wrong.set(at, withAnotherReply(walk.get(at)));
      case 2 -> {
        wrong.set(at, withoutAReply(walk.get(at)));
        return wrong.subList(0, at + 1);
      }
      case 3 -> wrong.set(at, withTheReplyOf(walk.get(at), walk.get(random.nextInt(walk.size()))));
      case 4 -> wrong.remove(at);
      default -> Collections.swap(wrong, at, Math.max(0, at - 1));
    }
    return isInOrder(wrong) ? wrong : walk;
  }

  private Block with(Block block, String thread, Optional<Reply> reply) {
    Map<String, Reply> replies = new HashMap<>(block.replies());
    replies.remove(thread);
    reply.ifPresent(other -> replies.put(thread, other));
    return new Block(block.stimulus(), new TreeMap<>(replies));
  }

  private Optional<String> someone(Block block) {
    List<String> threads = List.copyOf(block.replies().keySet());
    return threads.isEmpty()
        ? Optional.empty()
        : Optional.of(threads.get(random.nextInt(threads.size())));
  }

  private Block withAnotherReply(Block block) {
    return someone(block)
        .map(thread -> with(block, thread, Optional.of(other(block.replies().get(thread)))))
        .orElse(block);
  }

  private Block withoutAReply(Block block) {
    return someone(block).map(thread -> with(block, thread, Optional.empty())).orElse(block);
  }

  /** Not with a handle: its value is the kernel's to choose. */
  private Block withTheReplyOf(Block block, Block of) {
    return someone(of)
        .map(thread -> of.replies().get(thread))
        .filter(reply -> !(reply.output() instanceof Reply.Handle))
        .flatMap(reply -> someone(block).map(thread -> with(block, thread, Optional.of(reply))))
        .orElse(block);
  }

  private Reply other(Reply reply) {
    int value = random.nextInt(VALUES);
    if (reply.output() instanceof PortPacket packet && random.nextBoolean()) {
      return packet.isInterrupt()
          ? Reply.interruptPacket(packet.key(), value)
          : Reply.userPacket(value, packet.value());
    }
    return reply.output() instanceof Reply.Timestamp && random.nextBoolean()
        ? Reply.ok(new Reply.Timestamp(value))
        : Reply.of(STATUSES[random.nextInt(STATUSES.length)]);
  }

  /** Whether threads make calls when they are in none, and return with what these may write. */
  private static boolean isInOrder(List<Block> blocks) {
    Map<String, Call> busy = new HashMap<>();
    for (Block block : blocks) {
      if (busy.containsKey(block.thread()) != block.stimulus().isExpire()) {
        return false;
      }
      if (!block.stimulus().isExpire()) {
        busy.put(block.thread(), block.stimulus().call());
      }
      for (Map.Entry<String, Reply> each : block.replies().entrySet()) {
        Call call = busy.remove(each.getKey());
        if (call == null || each.getValue().misfit(call).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }
}
