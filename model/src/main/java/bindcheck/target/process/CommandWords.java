package bindcheck.target.process;

import bindcheck.file.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell would: at white space; {@code '...'} keeps all
 * characters, {@code "..."} all but {@code \"} and {@code \\}, and a backslash keeps the next one.
 * Nothing is expanded.
 */
final class CommandWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private CommandWords(String text) {
    this.text = text;
  }

  /**
   * The words.
   *
   * @throws Malformed if a quotation does not end, or there is no word
   */
  static List<String> split(String text) throws Malformed {
    CommandWords splitter = new CommandWords(text);
    splitter.run();
    if (splitter.words.isEmpty()) {
      throw new Malformed("a command");
    }
    return splitter.words;
  }

  private void run() throws Malformed {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (Character.isWhitespace(c)) {
        endWord();
        continue;
      }
      inWord = true;
      switch (c) {
        case '\'', '"' -> quotation(c);
        case '\\' -> word.append(next("a character after \\"));
        default -> word.append(c);
      }
    }
    endWord();
  }

  private void quotation(char quote) throws Malformed {
    for (char c = next("a closing " + quote); c != quote; c = next("a closing " + quote)) {
      boolean escapes = c == '\\' && quote == '"' && at < text.length();
      boolean escaped = escapes && (text.charAt(at) == '"' || text.charAt(at) == '\\');
      word.append(escaped ? text.charAt(at++) : c);
    }
  }

  private char next(String expected) throws Malformed {
    if (at == text.length()) {
      throw new Malformed(expected);
    }
    return text.charAt(at++);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }
}
