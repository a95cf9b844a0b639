package bindcheck.tla;

/** An operator of a module, ready to be applied. What has no parameters is evaluated once. */
final class Operator implements Closure {
  final String name;
  final int parameters;
  private Code body;
  private int size;
  private Value constant;

  Operator(String name, int parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  void define(Code of, int slots) {
    body = of;
    size = slots;
  }

  Value constant() {
    Value known = constant;
    if (known == null) {
      known = body.value(frame());
      constant = known;
    }
    return known;
  }

  Frame frame() {
    return new Frame(size, null);
  }

  Value in(Frame frame) {
    return body.value(frame);
  }

  boolean holdsIn(Frame frame) {
    return body.holds(frame);
  }

  @Override
  public Value apply(Object[] arguments) {
    Frame frame = frame();
    System.arraycopy(arguments, 0, frame.slots, 0, parameters);
    return body.value(frame);
  }
}
