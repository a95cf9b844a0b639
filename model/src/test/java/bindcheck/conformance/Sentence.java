package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;

import bindcheck.findings.Clarity;
import bindcheck.findings.Finding;
import bindcheck.findings.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sentence of the source document, as spec/sentences.tsv has it: by its hash, for its text is not
 * this project's.
 *
 * @param number from 1, in the order of the document
 * @param place the section; of the description, the paragraph; of the errors, which
 * @param hash of its text: without marks of Markdown, white space as one blank
 * @param ids the requirements that it makes; none where it makes none
 */
record Sentence(int number, String place, String hash, List<String> ids) {
  private static final int DIGITS = 16;

  /** All that are kept. */
  static List<Sentence> kept() {
    return Checkout.read(Checkout.spec("sentences.tsv")).lines().map(Sentence::parse).toList();
  }

  private static Sentence parse(String line) {
    String[] parts = line.split("\t", -1);
    return new Sentence(
        Integer.parseInt(parts[0]),
        parts[1],
        parts[2],
        parts[3].isEmpty() ? List.of() : List.of(parts[3].split(" ", -1)));
  }

  /** The place and the hash of each sentence of a document, in its order. */
  static List<String> of(String document) {
    List<String> sentences = new ArrayList<>();
    String[] sections = document.split("(?m)^## ", -1);
    for (int i = 1; i < sections.length; i++) {
      String title = sections[i].lines().findFirst().orElseThrow().strip();
      String body = sections[i].substring(sections[i].indexOf('\n')).strip();
      boolean isOne = title.equals("SYNOPSIS") || title.equals("SEE ALSO");
      String[] paragraphs = isOne ? new String[] {body} : body.split("\n\\s*\n", -1);
      for (int n = 0; n < paragraphs.length; n++) {
        add(title, n + 1, plain(paragraphs[n]), sentences);
      }
    }
    return sentences;
  }

  private static String plain(String text) {
    return text.replaceAll("[*`]", "").replaceAll("\\s+", " ").strip();
  }

  private static void add(String title, int paragraph, String text, List<String> sentences) {
    String where = title.substring(0, 1) + title.substring(1).toLowerCase(Locale.ROOT);
    switch (title) {
      case "DESCRIPTION", "RETURN VALUE" -> {
        String place = title.equals("DESCRIPTION") ? where + " " + paragraph : where;
        for (String sentence : text.split("(?<=[.]) (?=[A-Z])", -1)) {
          sentences.add(place + " " + hash(sentence));
        }
      }
      case "ERRORS" -> {
        String error = text.substring("ZX_ERR_".length(), text.indexOf(' '));
        sentences.add(where + ": " + error + " " + hash(text));
      }
      default -> sentences.add(where + " " + hash(text));
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table of all sentences: how clear each is, what it requires, and which findings say so. */
  static String table(Clarity clarity) {
    MarkdownTable table =
        new MarkdownTable(">sentence", "where", "clarity", "requires", "findings");
    for (Sentence sentence : kept()) {
      SortedSet<Kind> kinds = new TreeSet<>();
      SortedSet<String> findings = new TreeSet<>();
      for (String id : sentence.ids()) {
        kinds.addAll(clarity.of(id));
        findings.addAll(clarity.about(id).stream().map(Finding::id).toList());
      }
      table.row(
          sentence.number(),
          sentence.place(),
          clarity(kinds, sentence.ids().isEmpty()),
          code(sentence.ids()),
          findings.isEmpty() ? "-" : String.join(" ", findings));
    }
    return table.toString();
  }

  /** The kinds of what is the matter, in words. */
  static String clarity(SortedSet<Kind> kinds, boolean isNothing) {
    if (isNothing) {
      return "says nothing";
    }
    return kinds.isEmpty() ? "clear" : kinds.toString().replaceAll("[\\[\\]]", "");
  }
}
