package bindcheck.tla;

import bindcheck.tla.Expression.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@link ParsedModule} written down, so that it need not be parsed again. The file is for the
 * version of this program that wrote it: what reads it is expected to know that it is.
 */
public final class ModuleFile {
  private ModuleFile() {}

  /** Writes it; equal modules give equal bytes. */
  public static void write(ParsedModule module, DataOutputStream to) throws IOException {
    Map<String, Integer> written = new HashMap<>();
    to.writeShort(module.operators().size());
    for (Map.Entry<String, String> operator : new TreeMap<>(module.operators()).entrySet()) {
      write(operator.getKey(), written, to);
      write(operator.getValue(), written, to);
    }
    to.writeShort(module.definitions().size());
    for (Definition definition : new TreeMap<>(module.definitions()).values()) {
      write(definition.name(), written, to);
      to.writeShort(definition.parameters().size());
      for (String parameter : definition.parameters()) {
        write(parameter, written, to);
      }
      write(definition.body(), written, to);
    }
    to.writeShort(module.assumptions().size());
    for (Expression assumption : module.assumptions()) {
      write(assumption, written, to);
    }
  }

  private static void write(Expression of, Map<String, Integer> written, DataOutputStream to)
      throws IOException {
    write(of.kind().name(), written, to);
    write(of.text(), written, to);
    to.writeShort(of.parts().size());
    for (Expression part : of.parts()) {
      write(part, written, to);
    }
  }

  /** A text by its number, which goes before the text itself where it is new. */
  private static void write(String text, Map<String, Integer> written, DataOutputStream to)
      throws IOException {
    int number = written.getOrDefault(text, written.size());
    to.writeShort(number);
    if (number == written.size()) {
      to.writeUTF(text);
      written.put(text, number);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static ParsedModule read(DataInputStream from) throws IOException {
    List<String> texts = new ArrayList<>();
    Map<String, String> operators = new LinkedHashMap<>();
    for (int i = from.readUnsignedShort(); i > 0; i--) {
      String name = text(texts, from);
      operators.put(name, text(texts, from));
    }
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (int i = from.readUnsignedShort(); i > 0; i--) {
      String name = text(texts, from);
      List<String> parameters = new ArrayList<>();
      for (int n = from.readUnsignedShort(); n > 0; n--) {
        parameters.add(text(texts, from));
      }
      definitions.put(name, new Definition(name, parameters, expression(texts, from)));
    }
    return new ParsedModule(operators, definitions, expressions(texts, from));
  }

  private static List<Expression> expressions(List<String> texts, DataInputStream from)
      throws IOException {
    int size = from.readUnsignedShort();
    Expression[] all = new Expression[size];
    for (int i = 0; i < size; i++) {
      all[i] = expression(texts, from);
    }
    return List.of(all);
  }

  private static Expression expression(List<String> texts, DataInputStream from)
      throws IOException {
    Kind kind = Kind.valueOf(text(texts, from));
    String text = text(texts, from);
    return new Expression(kind, text, expressions(texts, from));
  }

  private static String text(List<String> texts, DataInputStream from) throws IOException {
    int number = from.readUnsignedShort();
    if (number == texts.size()) {
      texts.add(from.readUTF());
    }
    return texts.get(number);
  }
}
