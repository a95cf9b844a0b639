package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import util.ToolIO;
import util.UniqueString;

/** The operators of a packaged module as TLC evaluates them. */
final class TlcEvaluator {
  private final Map<String, OpDefNode> operators = new HashMap<>();
  private final FastTool tool;

  TlcEvaluator(String module) {
    this(module, Map.of());
  }

  /** The same, where some files have another text. */
  TlcEvaluator(String module, Map<String, String> instead) {
    FP64.Init(); // without it every fingerprint, and so every hash, is equal
    ToolIO.setMode(ToolIO.TOOL); // silences the parser
    try (SpecFiles files = new SpecFiles(instead)) {
      tool = new FastTool(files.folder().toString(), module, module, files);
    }
    for (OpDefNode definition : tool.getSpecProcessor().getRootModule().getOpDefs()) {
      operators.put(definition.getName().toString(), definition);
    }
  }

  long assumptionsThatHold() {
    return Arrays.stream(tool.getAssumptions()).filter(tool::isValid).count();
  }

  Value evaluate(String operator, Value... arguments) {
    OpDefNode definition = operators.get(operator);
    FormalParamNode[] parameters = definition.getParams();
    Context context = Context.Empty;
    for (int i = 0; i < arguments.length; i++) {
      context = context.cons(parameters[i], toTlc(arguments[i]));
    }
    return fromTlc(
        (tlc2.value.impl.Value) tool.eval(definition.getBody(), context, TLCState.Empty));
  }

  private static tlc2.value.impl.Value[] toTlc(List<Value> values) {
    return values.stream().map(TlcEvaluator::toTlc).toArray(tlc2.value.impl.Value[]::new);
  }

  private static tlc2.value.impl.Value toTlc(Value value) {
    if (Terms.isNumber(value)) {
      return IntValue.gen(Terms.integer(value));
    }
    if (Terms.isString(value)) {
      return new StringValue(Terms.text(value));
    }
    if (Terms.isTruth(value)) {
      return Terms.isTrue(value) ? BoolValue.ValTrue : BoolValue.ValFalse;
    }
    if (Terms.isSequence(value)) {
      return new TupleValue(toTlc(Terms.elements(value)));
    }
    if (Terms.isSet(value)) {
      return new SetEnumValue(toTlc(Terms.elements(value)), false);
    }
    if (Terms.isRecord(value)) {
      Map<String, Value> fields = Terms.fields(value);
      UniqueString[] names =
          fields.keySet().stream().map(UniqueString::uniqueStringOf).toArray(UniqueString[]::new);
      return new RecordValue(names, toTlc(List.copyOf(fields.values())), false);
    }
    Map<Value, Value> entries = Terms.entries(value);
    return new FcnRcdValue(
        toTlc(List.copyOf(entries.keySet())), toTlc(List.copyOf(entries.values())), false);
  }

  private static List<Value> fromTlc(tlc2.value.impl.Value[] values) {
    return Arrays.stream(values).map(TlcEvaluator::fromTlc).toList();
  }

  static Value fromTlc(tlc2.value.impl.Value value) {
    value.normalize();
    if (value instanceof IntValue number) {
      return Terms.number(number.val);
    }
    if (value instanceof StringValue string) {
      return Terms.string(string.val.toString());
    }
    if (value instanceof BoolValue truth) {
      return Terms.truth(truth.val);
    }
    if (value instanceof TupleValue tuple) {
      return Terms.tuple(fromTlc(tuple.elems));
    }
    if (value instanceof RecordValue record) {
      Map<String, Value> fields = new HashMap<>();
      for (int i = 0; i < record.names.length; i++) {
        fields.put(record.names[i].toString(), fromTlc(record.values[i]));
      }
      return Terms.record(fields);
    }
    if (value.toTuple() instanceof TupleValue tuple) {
      return fromTlc(tuple);
    }
    if (value.toFcnRcd() instanceof FcnRcdValue function) {
      return Terms.function(fromTlc(function.getDomainAsValues()), fromTlc(function.values));
    }
    return Terms.set(fromTlc(((SetEnumValue) value.toSetEnum()).elems.toArray()));
  }
}
