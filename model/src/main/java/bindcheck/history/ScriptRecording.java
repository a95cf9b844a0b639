package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.HandleTable;
import bindcheck.call.Reply;
import bindcheck.call.Statement.Expire;
import bindcheck.file.InputException;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays a script on a target, a line at each quiescence, and writes down what happens. */
public final class ScriptRecording {
  private final String file;
  private final Target target;
  private final HistoryWriter history;
  private final HandleTable handles = new HandleTable();
  private final Map<String, String> awaited = new HashMap<>();

  private ScriptRecording(String file, Target target, HistoryWriter history) {
    this.file = file;
    this.target = target;
    this.history = history;
  }

  /**
   * Records a script.
   *
   * @param file what an error message calls the script
   * @throws InputException if a line cannot be made: its thread is blocked, say, or the target has
   *     no such call; the target is then asked for nothing
   * @throws bindcheck.target.TargetException if the target fails
   */
  public static void record(String file, Script script, Target target, HistoryWriter history) {
    ScriptRecording recording = new ScriptRecording(file, target, history);
    script.lines().forEach(recording::requireSupported);
    target.reset();
    script.lines().forEach(recording::play);
    history.write(new Event.End(true));
    target.abandon();
  }

  private void requireSupported(Line line) {
    List<String> missing = target.support().missing();
    if (missing.contains(line.operation())) {
      throw new InputException(
          file,
          line.number(),
          "expected a call that the target has; it has no " + String.join(", ", missing));
    }
    if (line.statement() instanceof Call call && !target.support().canCarry(call)) {
      throw new InputException(
          file,
          line.number(),
          "expected a packet of a key and one number, for the target takes no whole ones; found "
              + call);
    }
  }

  private void play(Line line) {
    boolean isBlocked = target.blocked().contains(line.thread());
    boolean expires = line.statement() instanceof Expire;
    if (isBlocked != expires) {
      throw new InputException(
          file,
          line.number(),
          expires
              ? "expected a thread that waits with a finite deadline, found " + line.thread()
              : "expected an idle thread, but " + line.thread() + " is blocked here");
    }
    if (expires) {
      history.write(new Event.Expired(line.thread()));
      target.expire(line.thread());
    } else {
      Call call = handles.resolve(line.call());
      history.write(new Event.Called(line.thread(), call));
      line.name().ifPresent(name -> awaited.put(line.thread(), name));
      target.start(line.thread(), call);
    }
    target.quiesce().forEach(this::returned);
    history.write(new Event.Quiescent());
  }

  private void returned(String thread, Reply reply) {
    history.write(new Event.Returned(thread, reply));
    String name = awaited.remove(thread);
    if (name != null) {
      handles.assign(name, reply);
    }
  }
}
