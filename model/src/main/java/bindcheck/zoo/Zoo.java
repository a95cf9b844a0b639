package bindcheck.zoo;

import bindcheck.file.Packaged;
import bindcheck.spec.Alternative;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.SpecMutant;
import bindcheck.spec.SpecMutants;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.variants.SpecTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the implementations there are to measure a judge with. */
public final class Zoo {
  private static final String FOLDER = "/zoo";
  private static final String LEFT_OUT = "left-out.txt";

  /** Of faults that the usual suite does not find, or finds by scripts of thousands of calls. */
  private static final String HARD = "hard";

  private Zoo() {}

  /** All: faults, races, then those that are correct. */
  public static List<Specimen> all() {
    return Packaged.in(FOLDER, folder -> in(folder).toList());
  }

  /** The one of that name. */
  public static Optional<Specimen> of(String name) {
    return Packaged.in(
        FOLDER, folder -> in(folder).filter(each -> each.name().equals(name)).findFirst());
  }

  /** Each part when it is come to: the specification takes a while to change. */
  private static Stream<Specimen> in(Path folder) {
    return Stream.<Supplier<Stream<Specimen>>>of(
            () -> changes(folder, "faults", Specimen.Kind.FAULT),
            () -> changes(folder, HARD, Specimen.Kind.FAULT),
            () -> mutants(leftOut(folder)),
            () -> changes(folder, "races", Specimen.Kind.RACE),
            () -> changes(folder, "kernel-races", Specimen.Kind.RACE),
            () -> changes(folder, "allowed", Specimen.Kind.UNUSUAL),
            Zoo::alternatives)
        .flatMap(Supplier::get);
  }

  private static Stream<Specimen> changes(Path folder, String name, Specimen.Kind kind) {
    return Change.allIn(folder.resolve(name)).stream().map(change -> Specimen.of(kind, change));
  }

  /**
   * The changes of the specification that are no faults, by their names or those of whole
   * operators, each with the reason: they concern what the reference does not do, or leave nothing
   * that could be executed.
   */
  public static SortedMap<String, String> leftOut() {
    return Packaged.in(FOLDER, Zoo::leftOut);
  }

  private static SortedMap<String, String> leftOut(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(LEFT_OUT)).stream()
          .map(line -> line.split("\t", 2))
          .filter(parts -> parts.length == 2)
          .collect(Collectors.toMap(p -> p[0], p -> p[1], (one, other) -> one, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Specimen> mutants(SortedMap<String, String> leftOut) {
    return SpecMutants.all().stream()
        .filter(mutant -> !leftOut.containsKey(mutant.name()))
        .filter(mutant -> !leftOut.containsKey(mutant.module() + "!" + mutant.operator()))
        .map(
            mutant ->
                new Specimen(
                    mutant.name(),
                    Specimen.Kind.FAULT,
                    mutant.old() + " => " + mutant.changed(),
                    Optional.empty(),
                    () -> open(mutant)));
  }

  private static Target open(SpecMutant mutant) {
    SpecModule changed = mutant.load();
    Variant reference = new Variants(changed).resolved(Variants.REFERENCE);
    return new SpecTarget(mutant.name(), new Semantics(changed, reference));
  }

  /** What the document allows and the reference does not do, one alternative at a time. */
  private static Stream<Specimen> alternatives() {
    Variants variants = new Variants(SpecModule.load("Evaluation"));
    Variant reference = variants.of(Variants.REFERENCE);
    return variants
        .of(Variants.DOC)
        .taken()
        .filter(alternative -> !reference.allows(alternative))
        .map(
            alternative ->
                new Specimen(
                    alternative.toString(),
                    Specimen.Kind.UNUSUAL,
                    "takes another alternative",
                    Optional.empty(),
                    () -> open(alternative)));
  }

  private static Target open(Alternative taken) {
    SpecModule module = SpecModule.loadAnew("Evaluation");
    Variant reference = new Variants(module).resolved(Variants.REFERENCE);
    return new SpecTarget(taken.toString(), new Semantics(module, reference.taking(taken)));
  }
}
