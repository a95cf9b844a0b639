package bindcheck.cli;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Statement;
import bindcheck.file.BoundedLines;
import bindcheck.file.InputException;
import bindcheck.file.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Reads lines for a {@link Prompt}: on a terminal with a history and completion of calls, names and
 * constants; through a pipe as they are.
 */
final class PromptReader {
  private static final int LONGEST = 10_000;

  private PromptReader() {}

  /** Reads from the terminal, or from what is there in its place, up to the end. */
  static void read(Prompt prompt) {
    Terminal terminal = null;
    try {
      terminal = TerminalBuilder.builder().system(true).dumb(false).build();
    } catch (IOException | IllegalStateException none) {
      // The input is a pipe or a file.
    }
    if (terminal == null) {
      through(System.in, prompt);
    } else {
      onTerminal(terminal, prompt);
    }
  }

  private static void onTerminal(Terminal given, Prompt prompt) {
    try (Terminal terminal = given) {
      LineReader reader =
          LineReaderBuilder.builder().terminal(terminal).completer(completer(prompt)).build();
      prompt.greet();
      while (prompt.answer(reader.readLine(prompt.next() + "> "))) {
        // One line after the other.
      }
    } catch (UserInterruptException | EndOfFileException end) {
      // It is the user who says when it ends.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines as they are.
   *
   * @throws InputException at one that is longer than any that a person types
   */
  static void through(InputStream in, Prompt prompt) {
    try {
      BoundedLines lines =
          new BoundedLines(new InputStreamReader(in, StandardCharsets.UTF_8), LONGEST);
      String line = lines.next();
      while (line != null && prompt.answer(line)) {
        line = lines.next();
      }
    } catch (Malformed tooLong) {
      throw new InputException(tooLong.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Completer completer(Prompt prompt) {
    return (reader, line, candidates) -> {
      String before = line.line().substring(0, line.cursor());
      int start = before.length();
      while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
        start--;
      }
      String kept = before.substring(before.length() - line.word().length(), start);
      for (String word : words(prompt, before.indexOf('(') >= 0)) {
        candidates.add(
            new Candidate(kept + word, word, null, null, null, null, word.matches("\\w+")));
      }
    };
  }

  private static Set<String> words(Prompt prompt, boolean inBrackets) {
    Set<String> words = new TreeSet<>(prompt.names());
    if (!inBrackets) {
      Prompt.COMMANDS.keySet().forEach(command -> words.add(command.split(" ", 2)[0]));
      words.add(Statement.EXPIRE + "(");
      for (Op op : Op.values()) {
        words.add(op.scriptName() + "(");
      }
      return words;
    }
    words.add(Call.NULL);
    for (Op op : Op.values()) {
      for (Parameter parameter : op.parameters()) {
        words.addAll(Constants.fitting(op, parameter.kind()).keySet());
      }
    }
    return words;
  }
}
