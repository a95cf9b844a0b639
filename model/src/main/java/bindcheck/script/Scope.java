package bindcheck.script;

import bindcheck.call.Call;
import bindcheck.call.Statement;
import bindcheck.file.Malformed;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the lines so far tell of names and threads, without knowing what any call will do. */
final class Scope {
  private final Set<String> handles = new TreeSet<>();
  private final Map<String, Statement> latest = new HashMap<>();

  /** Adds a line, if what it says of threads can be. */
  void enter(Line line) throws Malformed {
    if (line.statement() instanceof Statement.Expire) {
      requireExpirable(line.thread());
    }
    line.name().ifPresent(handles::add);
    latest.put(line.thread(), line.statement());
  }

  void requireHandle(String parameter, String name) throws Malformed {
    if (!handles.contains(name)) {
      String known = handles.isEmpty() ? "none yet" : String.join(", ", handles);
      throw new Malformed(
          parameter + " to be a handle that an earlier line assigns (" + known + ")",
          Tokens.quote(name));
    }
  }

  private void requireExpirable(String thread) throws Malformed {
    Statement stimulus = latest.get(thread);
    if (stimulus == null) {
      String known = String.join(", ", new TreeSet<>(latest.keySet()));
      throw new Malformed(
          "a thread that has made a call (" + (known.isEmpty() ? "none yet" : known) + ")",
          Tokens.quote(thread));
    }
    if (!(stimulus instanceof Call call && call.hasFiniteDeadline())) {
      throw new Malformed(
          "a thread with a finite deadline in progress", thread + " after " + stimulus);
    }
  }
}
