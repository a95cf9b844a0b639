package bindcheck.call;

/** A parameter of a call: its name in the C declaration, and its kind. */
public record Parameter(String name, Kind kind) {

  @Override
  public String toString() {
    return name;
  }
}
