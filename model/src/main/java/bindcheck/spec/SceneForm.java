package bindcheck.spec;

import bindcheck.call.Constants;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Nearest;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a scene of a user's has the form that Suites.tla and Stimuli.tla describe. */
final class SceneForm {
  private static final String SETUP = "setup";
  private static final String READERS = "readers";
  private static final String STIMULI = "stimuli";
  private static final String SUITES = "suites";
  private static final Set<String> FIELDS = Set.of(SETUP, READERS, STIMULI);

  /** Each renaming of readers is tried at each state. */
  private static final int MOST_READERS = 6;

  /** Handles are named and numbered by hand. */
  private static final int MOST_HANDLES = 1_000;

  /** The values that a scene can have in mind: 0 and three others. */
  private static final int MOST_VALUE = 3;

  private static final String OUT = "out";
  private static final String NULL = "null";
  private static final String THREAD = "thread";
  private static final String ARGUMENTS = "args";
  private static final String MAIN = "main";
  private static final Set<String> THREADS = Set.of(MAIN, "reader");

  private final OwnScene scene;
  private final Set<Value> seen = new HashSet<>();

  SceneForm(OwnScene scene) {
    this.scene = scene;
  }

  /**
   * Looks at a scene as it is in some state.
   *
   * @param suites the names of the suites that there are
   */
  void require(Value value, Set<String> suites) {
    SortedMap<String, Value> fields = new TreeMap<>(Terms.fields(value));
    Value belongs = fields.remove(SUITES);
    if (!fields.keySet().equals(FIELDS)) {
      throw expected("a record of setup, readers, stimuli and, if need be, suites", value);
    }
    if (belongs != null && !(areStrings(belongs) && suites.containsAll(Terms.texts(belongs)))) {
      throw expected("suites to be a set out of " + listed(suites), belongs);
    }
    requireNumber(READERS, fields.get(READERS), 0, MOST_READERS);
    if (!Terms.isSequence(fields.get(SETUP))) {
      throw expected("setup to be a sequence of stimuli", fields.get(SETUP));
    }
    for (Value stimulus : Terms.elements(fields.get(SETUP))) {
      requireStimulus(stimulus);
      if (!Terms.text(Terms.field(stimulus, THREAD)).equals(MAIN)) {
        throw expected("main to make all of the setup", stimulus);
      }
    }
    requireStimuli(fields.get(STIMULI));
  }

  /** Looks at what may be made in some state. */
  void requireStimuli(Value stimuli) {
    if (!Terms.isSet(stimuli)) {
      throw expected("stimuli to be a set of stimuli", stimuli);
    }
    for (Value stimulus : Terms.elements(stimuli)) {
      if (!seen.contains(stimulus)) {
        requireStimulus(stimulus);
        seen.add(stimulus);
      }
    }
  }

  /** Looks at whether a call gives its new handle a number that is free. */
  void requireFree(Stimulus stimulus, Value kernel) {
    if (stimulus.out() != 0
        && Terms.hasKey(Terms.field(kernel, "handles"), Terms.number(stimulus.out()))) {
      throw scene.wrong(
          "expected a new handle to have a number that no other has, found out = %d in %s"
              .formatted(stimulus.out(), Excerpt.of(stimulus.toString())));
    }
  }

  private void requireStimulus(Value stimulus) {
    if (!Terms.fields(stimulus).keySet().equals(Set.of(THREAD, "op", ARGUMENTS))) {
      throw expected("a stimulus, a record of thread, op and args", stimulus);
    }
    Value thread = Terms.field(stimulus, THREAD);
    if (!Terms.isString(thread) || !THREADS.contains(Terms.text(thread))) {
      throw expected("thread to be \"main\" or \"reader\"", stimulus);
    }
    Value name = Terms.field(stimulus, "op");
    Op op = Terms.isString(name) ? Op.named(Terms.text(name)).orElse(null) : null;
    if (op == null) {
      String hint =
          Terms.isString(name)
              ? Nearest.hint(Terms.text(name), Stream.of(Op.values()).map(Op::scriptName))
              : "";
      throw scene.wrong("expected op to be a call, found " + excerpt(name) + hint);
    }
    requireArguments(op, Terms.field(stimulus, ARGUMENTS));
  }

  private void requireArguments(Op op, Value arguments) {
    SortedMap<String, Value> given = Terms.fields(arguments);
    Set<String> names =
        op.parameters().stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (op.takesPointer()) {
      names.add(NULL);
    }
    if (op.returnsHandle()) {
      names.add(OUT);
    }
    if (!given.keySet().equals(names)) {
      throw expected(
          "args of %s to be a record of %s".formatted(op.scriptName(), listed(names)), arguments);
    }
    for (Parameter parameter : op.parameters()) {
      requireArgument(op, parameter, given.get(parameter.name()));
    }
    if (op.takesPointer() && !Terms.isTruth(given.get(NULL))) {
      throw expected("null of %s to be TRUE or FALSE".formatted(op.scriptName()), given.get(NULL));
    }
    if (op.returnsHandle()) {
      requireNumber("out of " + op.scriptName(), given.get(OUT), 1, MOST_HANDLES);
    }
  }

  private void requireArgument(Op op, Parameter parameter, Value value) {
    String what = parameter.name() + " of " + op.scriptName();
    switch (parameter.kind()) {
      case HANDLE -> requireNumber(what, value, 0, MOST_HANDLES);
      case U32, U64, I64 -> requireNumber(what, value, 0, MOST_VALUE);
      case TIME -> requireDeadline(what, value);
      case OPTIONS, RIGHTS -> requireBits(op, parameter.kind(), what, value);
    }
  }

  private void requireNumber(String what, Value value, int least, int most) {
    if (!Terms.isNumber(value) || Terms.integer(value) < least || Terms.integer(value) > most) {
      throw expected("%s to be a number from %d to %d".formatted(what, least, most), value);
    }
  }

  private void requireDeadline(String what, Value value) {
    Set<String> names =
        Arrays.stream(Deadline.values()).map(Deadline::name).collect(Collectors.toSet());
    if (!Terms.isString(value) || !names.contains(Terms.text(value))) {
      throw expected(what + " to be one of " + listed(names), value);
    }
  }

  private void requireBits(Op op, Kind kind, String what, Value value) {
    if (!areStrings(value)) {
      throw expected(what + " to be a set of names", value);
    }
    try {
      Constants.value(op, kind, Terms.texts(value));
    } catch (IllegalArgumentException unknown) {
      throw scene.wrong(what + ": " + unknown.getMessage());
    }
  }

  private static boolean areStrings(Value value) {
    return Terms.isSet(value) && Terms.elements(value).stream().allMatch(Terms::isString);
  }

  private static String listed(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private InputException expected(String what, Value found) {
    return scene.wrong("expected " + what + ", found " + excerpt(found));
  }

  private static String excerpt(Value value) {
    return Excerpt.of(Terms.print(value));
  }
}
