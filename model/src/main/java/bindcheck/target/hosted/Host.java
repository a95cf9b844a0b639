package bindcheck.target.hosted;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.JavaClasses;
import bindcheck.target.JavaTarget;
import bindcheck.target.Runner;
import bindcheck.target.TargetException;
import bindcheck.target.TargetSpecException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The Java machine in which a class runs that is not ours: does what it is asked by its standard
 * input, one request after the other. What the class prints goes to standard error.
 */
final class Host {
  static final String OPEN = "open";
  static final String RESET = "reset";
  static final String EXPIRE = "expire";
  static final String QUIESCE = "quiesce";
  static final String POLL = "poll";
  static final String ABANDON = "abandon";
  static final String SETTLE_LONGER = "settle longer";
  static final String RUN = "run";
  static final String HOLD_UP = "hold up";
  static final String LET_GO = "let go";

  /** Every request has it; what it is. */
  static final String ASK = "ask";

  /** Calls that begin before anything else is done. */
  static final String START = "start";

  /** Of answers: what went wrong, if something did. */
  static final String FAILED = "failed";

  static final String UNUSABLE = "unusable";
  static final String UNSUPPORTED = "unsupported";
  static final String EXACT = "exact";
  static final String TIMES = "times";
  static final String CALLS = "calls";

  private static final String REQUEST = "the request";

  private final Map<String, HostedService> services = new HashMap<>();
  private JavaTarget target;
  private Runner runner;

  private Host() {
    ServiceLoader.load(HostedService.class).forEach(each -> services.put(each.name(), each));
  }

  public static void main(String[] args) throws IOException, Malformed {
    DataInputStream requests = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    Host host = new Host();
    try {
      while (true) {
        JsonFields request = Frames.read(requests, REQUEST);
        Frames.write(host.answer(request.text(ASK), request), answers);
      }
    } catch (EOFException nobodyAsks) {
      Runtime.getRuntime().halt(0); // The class's threads and exit handlers are its own business.
    }
  }

  private ObjectNode answer(String asked, JsonFields request) throws Malformed {
    try {
      if (request.has(START)) {
        for (JsonFields call : request.parts(START)) {
          target.start(Forms.thread(call), Forms.call(call));
        }
      }
      return serve(asked, request);
    } catch (TargetException failed) {
      ObjectNode answer = Forms.object();
      answer
          .putObject(FAILED)
          .put("reason", failed.reason().name())
          .put("message", failed.getMessage());
      return answer;
    } catch (TargetSpecException unusable) {
      return Forms.object().put(UNUSABLE, unusable.getMessage());
    } catch (UnsupportedOperationException unsupported) {
      return Forms.object().put(UNSUPPORTED, String.valueOf(unsupported.getMessage()));
    }
  }

  private ObjectNode serve(String asked, JsonFields request) throws Malformed {
    ObjectNode answer = Forms.object();
    switch (asked) {
      case OPEN -> open(request, answer);
      case RESET -> target.reset();
      case EXPIRE -> target.expire(Forms.thread(request));
      case QUIESCE -> {
        Forms.write(target.quiesce(), answer);
        Forms.writeThreads(target.blocked(), answer);
        answer.put(EXACT, target.isExact());
      }
      case POLL -> Forms.write(target.poll(), answer);
      case ABANDON -> target.abandon();
      case SETTLE_LONGER -> target.settleLonger(request.count(TIMES));
      case RUN -> {
        return Forms.of(runner().run(Forms.plan(request))).put(EXACT, runner.isExact());
      }
      case HOLD_UP -> target.perturbation().begin(Forms.schedule(request));
      case LET_GO -> target.perturbation().end();
      default -> {
        return services.get(asked).serve(target, request).put(EXACT, target.isExact());
      }
    }
    return answer;
  }

  private void open(JsonFields request, ObjectNode answer) throws Malformed {
    String spec = request.text("target");
    List<Path> classpath = request.texts("classpath").stream().map(Path::of).toList();
    Duration timeOut = Duration.ofMillis(request.count("timeOut"));
    Duration settle = Duration.ofMillis(request.count("settle"));
    target =
        request.truth("perturbed")
            ? JavaClasses.openPerturbed(spec, classpath, timeOut, settle)
            : JavaClasses.open(spec, classpath, timeOut, settle);
    answer.put(EXPIRE, target.support().expire());
    ArrayNode calls = answer.putArray(CALLS);
    target.support().calls().forEach(op -> calls.add(op.scriptName()));
  }

  private Runner runner() {
    if (runner == null) {
      runner = target.runner();
    }
    return runner;
  }
}
