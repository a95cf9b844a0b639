package bindcheck.script;

import bindcheck.call.Call;
import bindcheck.call.Identifiers;
import bindcheck.call.Nearest;
import bindcheck.call.Op;
import bindcheck.call.Statement;
import bindcheck.file.InputException;
import bindcheck.file.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses the notation, one line after the other. An instance parses one text. */
final class ScriptParser {
  private final String file;
  private final Scope scope = new Scope();

  ScriptParser(String file) {
    this.file = file;
  }

  Script parse(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      Tokens tokens = new Tokens(line);
      if (!tokens.atEnd()) {
        lines.add(parse(tokens, number));
      }
    }
    if (lines.isEmpty()) {
      throw new InputException(file, 0, "expected at least one call, found no calls");
    }
    return new Script(lines);
  }

  private Line parse(Tokens tokens, int number) {
    try {
      Line line = line(tokens, number);
      scope.enter(line);
      return line;
    } catch (Malformed wrong) {
      throw new InputException(file, number, wrong.getMessage());
    }
  }

  private Line line(Tokens tokens, int number) throws Malformed {
    String thread = tokens.isFollowedBy(":") ? thread(tokens, ":") : null;
    if (tokens.accept(Statement.EXPIRE)) {
      if (thread != null) {
        throw new Malformed("a call by " + thread, "'expire', which no thread calls");
      }
      return Line.of(expire(tokens), number);
    }
    Optional<String> name = tokens.isFollowedBy("=") ? Optional.of(name(tokens)) : Optional.empty();
    Call call = call(tokens);
    expectEnd(tokens);
    if (name.isPresent() && !call.returnsHandle()) {
      throw new Malformed(
          "no name before " + call.op().signature(call.nullPointer()) + ", which returns no handle",
          "'" + name.get() + " ='");
    }
    return new Line(thread == null ? Line.MAIN : thread, name, call, number);
  }

  private static Statement.Expire expire(Tokens tokens) throws Malformed {
    expect(tokens, "(", "'(' after " + Statement.EXPIRE);
    Statement.Expire expire = new Statement.Expire(thread(tokens, ")"));
    expectEnd(tokens);
    return expire;
  }

  private static String thread(Tokens tokens, String end) throws Malformed {
    String thread = tokens.take();
    if (!Identifiers.isIdentifier(thread)) {
      throw new Malformed("the name of a thread", Tokens.quote(thread));
    }
    expect(tokens, end, "'" + end + "'");
    return thread;
  }

  private static String name(Tokens tokens) throws Malformed {
    String name = tokens.take();
    if (!Identifiers.isAssignable(name)) {
      throw new Malformed("a name for the handle", Tokens.quote(name));
    }
    expect(tokens, "=", "'='");
    return name;
  }

  private Call call(Tokens tokens) throws Malformed {
    Op op = op(tokens.take());
    expect(tokens, "(", "'(' after " + op.scriptName());
    return new Arguments(op, scope).call(arguments(tokens));
  }

  private static Op op(String word) throws Malformed {
    Optional<Op> op = Op.named(word);
    if (op.isPresent()) {
      return op.get();
    }
    Stream<String> known =
        Stream.concat(Arrays.stream(Op.values()).map(Op::scriptName), Stream.of(Statement.EXPIRE));
    throw new Malformed("a call", Tokens.quote(word) + Nearest.hint(word, known));
  }

  /** The arguments up to the closing bracket. */
  private static List<Written> arguments(Tokens tokens) throws Malformed {
    List<Written> arguments = new ArrayList<>();
    if (tokens.accept(")")) {
      return arguments;
    }
    do {
      arguments.add(argument(tokens));
    } while (tokens.accept(","));
    expect(tokens, ")", "',' or ')'");
    return arguments;
  }

  private static Written argument(Tokens tokens) throws Malformed {
    String name = "";
    if (tokens.isFollowedBy("=")) {
      name = word(tokens);
      tokens.accept("=");
    }
    if (!tokens.accept("[")) {
      return new Written(name, false, words(tokens, "|"));
    }
    List<String> words = words(tokens, ",");
    expect(tokens, "]", "',' or ']'");
    return new Written(name, true, words);
  }

  private static List<String> words(Tokens tokens, String between) throws Malformed {
    List<String> words = new ArrayList<>();
    do {
      words.add(word(tokens));
    } while (tokens.accept(between));
    return words;
  }

  private static String word(Tokens tokens) throws Malformed {
    String word = tokens.take();
    if (!Tokens.isWord(word)) {
      throw new Malformed("an argument", Tokens.quote(word));
    }
    return word;
  }

  private static void expect(Tokens tokens, String token, String what) throws Malformed {
    if (!tokens.accept(token)) {
      throw new Malformed(what, Tokens.quote(tokens.take()));
    }
  }

  private static void expectEnd(Tokens tokens) throws Malformed {
    if (!tokens.atEnd()) {
      throw new Malformed("the end of the line", Tokens.quote(tokens.take()));
    }
  }
}
