package bindcheck.impl;

/** An object that is neither an interrupt nor a port. */
final class Event extends KernelObject {
  @Override
  int defaultRights() {
    return Rights.DEFAULT_EVENT;
  }

  @Override
  void lastHandleClosed() {}
}
