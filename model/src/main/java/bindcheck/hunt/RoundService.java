package bindcheck.hunt;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.history.EventWriter;
import bindcheck.target.JavaTarget;
import bindcheck.target.hosted.HostedService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Plays a round in the machine of the target, whose threads record there what they call. */
public final class RoundService implements HostedService {
  static final String NAME = "play a round";
  static final String THREADS = "threads";
  static final String EVENTS = "events";

  private static final String MIX = "mix";
  private static final String USUAL = "usual";
  private static final String SEED = "seed";
  private static final String CALLS_EACH = "callsEach";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ObjectNode serve(JavaTarget target, JsonFields parameters) throws Malformed {
    JavaArena arena = new JavaArena(target, parameters.texts(THREADS));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode events = answer.putArray(EVENTS);
    arena.play(read(parameters)).forEach(event -> events.add(EventWriter.of(event)));
    return answer;
  }

  static void write(Round round, ObjectNode node) {
    node.put(MIX, round.asked().toString())
        .put(USUAL, round.asked().isUsual())
        .put(SEED, Long.toString(round.seed()))
        .put(CALLS_EACH, round.askedCallsEach());
  }

  private static Round read(JsonFields fields) throws Malformed {
    return new Round(
        Mix.parse(fields.text(MIX), fields.truth(USUAL)),
        fields.i64(SEED),
        fields.count(CALLS_EACH));
  }
}
