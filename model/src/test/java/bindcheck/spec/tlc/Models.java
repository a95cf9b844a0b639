package bindcheck.spec.tlc;

/** The models of the manifest, for tests. */
final class Models {
  private Models() {}

  static Model named(String name) {
    return Model.all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }
}
