package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.explain.Explained;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A script as a test to be pasted into the tests of an implementation, in its language. */
abstract class PastedScript {
  final Explained explained;
  final List<Line> lines;
  private final StringBuilder text = new StringBuilder();

  PastedScript(Explained explained) {
    this.explained = explained;
    this.lines = explained.shown().lines();
  }

  /** Adds the whole test. */
  abstract void write();

  /** How the language writes a number. */
  abstract String number(Op op, Kind kind, long raw);

  /** The text of the file; empty where nothing was called. */
  final String text() {
    if (!lines.isEmpty()) {
      write();
    }
    return text.toString();
  }

  /** Adds text; it is a format only where there are values for it. */
  final void add(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }

  /** The arguments as the language writes them; a handle by the name of its variable. */
  final List<String> arguments(Call call) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Kind kind = call.op().parameters().get(i).kind();
      arguments.add(call.isNamed(i) ? call.name(i) : number(call.op(), kind, call.argument(i)));
    }
    return arguments;
  }

  /** All that is allowed at the end. */
  final String allowed(Function<Observation, String> form, String between) {
    return explained.allowed().stream()
        .map(Allowed::observation)
        .map(form)
        .collect(Collectors.joining(between));
  }
}
