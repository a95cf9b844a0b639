package bindcheck.history;

/** Words that come again and again: one object each, as long as others do not take their places. */
final class Words {
  private static final int PLACES = 1 << 8;

  private final String[] known = new String[PLACES];

  /**
   * The word of a text.
   *
   * @param hash as {@link String#hashCode} has it
   */
  String of(String text, int begin, int end, int hash) {
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String word = known[place];
    if (word == null || word.length() != end - begin || !text.startsWith(word, begin)) {
      word = text.substring(begin, end);
      known[place] = word;
    }
    return word;
  }
}
