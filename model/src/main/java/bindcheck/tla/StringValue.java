package bindcheck.tla;

/** A string. */
public final class StringValue extends Value {
  final String text;

  StringValue(String text) {
    this.text = text;
  }

  @Override
  int computeHash() {
    return mixed(2, text.hashCode());
  }

  @Override
  boolean isEqual(Value other) {
    return ((StringValue) other).text.equals(text);
  }

  @Override
  int compareAlike(Value other) {
    return text.compareTo(((StringValue) other).text);
  }

  @Override
  int rank() {
    return 2;
  }

  @Override
  void print(StringBuilder printed) {
    printed.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
