package bindcheck.litmus;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.script.Line;
import bindcheck.target.Ends;
import bindcheck.target.Invocation;
import bindcheck.target.Plan;
import bindcheck.target.PlannedCall;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Programs as plans, for engines that run them, and how plans ended as outcomes. */
public final class Plans {
  /** The figure of runs whose outcome would not say which handle a call meant. */
  public static final String REUSED = "not counted, a handle value was used again";

  private Plans() {}

  /** The plan of a program. */
  public static Plan of(Program program) {
    Bindings bindings = new Bindings(program);
    SortedMap<String, List<PlannedCall>> threads = new TreeMap<>();
    program
        .threads()
        .forEach(
            (thread, calls) ->
                threads.put(thread, calls.stream().map(line -> planned(bindings, line)).toList()));
    return new Plan(
        program.setup().stream().map(line -> planned(bindings, line)).toList(),
        threads,
        bindings.count());
  }

  private static PlannedCall planned(Bindings bindings, Line line) {
    Call call = (Call) line.stimulus();
    int[] places =
        IntStream.range(0, call.arguments().size())
            .map(
                n ->
                    call.arguments().get(n) instanceof Argument.Handle handle
                        ? bindings.number(line.thread(), handle.name()) - 1
                        : PlannedCall.NOWHERE)
            .toArray();
    return new PlannedCall(
        Invocation.of(call, filledInLater -> 0), places, bindings.number(line) - 1);
  }

  /** How the plan of a program ended. */
  public static Outcome outcome(Ends ends) {
    SortedMap<String, Ending> endings = new TreeMap<>();
    ends.replies()
        .forEach(
            (thread, replies) ->
                endings.put(thread, new Ending(replies, ends.blocked().contains(thread))));
    return new Outcome(endings);
  }
}
