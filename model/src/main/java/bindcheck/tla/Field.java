package bindcheck.tla;

/** A field of records, most of which have the same fields as the last. */
final class Field implements Code {
  /** Where it is in records of a shape. */
  private record Place(Shape shape, int place) {}

  private final Code record;
  private final String name;
  private Place last = new Place(null, -1);

  Field(Code record, String name) {
    this.record = record;
    this.name = name;
  }

  @Override
  public Value value(Frame frame) {
    if (!(record.value(frame) instanceof RecordValue of)) {
      throw new EvaluationException("no field " + name + " of what is no record");
    }
    Place place = last;
    if (place.shape() != of.shape) {
      place = new Place(of.shape, of.shape.place(name));
      last = place;
    }
    if (place.place() < 0) {
      throw new EvaluationException("no field " + name + " in " + of);
    }
    return of.values[place.place()];
  }
}
