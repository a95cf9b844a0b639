package bindcheck.impl;

/** What the handle table answers: a status, and the object that goes with it. */
final class Found<T> {
  final int status;

  /** Null unless the method that returns this says otherwise. */
  final T object;

  Found(int status, T object) {
    this.status = status;
    this.object = object;
  }
}
