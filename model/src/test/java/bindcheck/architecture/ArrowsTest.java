package bindcheck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.target.ReferenceTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each room may know; {@code model/ARCHITECTURE.md} says why. */
class ArrowsTest {
  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/impl/"))
          .importPackages("bindcheck");

  /** The rooms that a room may know; a subpackage is part of its room, unless it stands here. */
  private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>();

  static {
    may("file");
    may("call", "file");
    may("script", "call", "file");
    may("tla");
    may("spec", "tla", "call", "file");
    may("target", "call", "script", "file");
    may("oracle", "spec", "target", "script", "call", "file");
    may("suite", "oracle", "spec", "script", "call", "file");
    may("history", "oracle", "spec", "target", "script", "call", "file");
    may("check", "suite", "oracle", "spec", "target", "script", "call");
    may("variants", "suite", "oracle", "spec", "target", "script", "call");
    may(
        "explain", "check", "suite", "history", "oracle", "spec", "target", "script", "call",
        "file");
    may("report", "explain", "check", "suite", "history", "oracle", "script", "call", "file");
    may(
        "api",
        "report",
        "explain",
        "check",
        "litmus",
        "variants",
        "suite",
        "history",
        "oracle",
        "spec",
        "target",
        "script",
        "call",
        "file");
    may("trace", "suite", "oracle", "spec", "script", "call", "file");
    may("litmus", "oracle", "spec", "target", "script", "call", "file");
    may(
        "findings",
        "check",
        "litmus",
        "variants",
        "suite",
        "oracle",
        "spec",
        "target",
        "script",
        "call",
        "file");
    may("site", "findings", "litmus", "spec", "tla", "script", "call", "file");
    may("hunt", "history", "spec", "target", "script", "call", "file");
    may(
        "bench", "check", "hunt", "suite", "history", "oracle", "spec", "target", "script", "call",
        "file");
    may(
        "zoo",
        "check",
        "hunt",
        "litmus",
        "variants",
        "suite",
        "history",
        "oracle",
        "spec",
        "target",
        "script",
        "call",
        "file");
    may("certificate", "zoo", "litmus", "suite", "spec", "call", "file");
  }

  private static void may(String room, String... others) {
    MAY_KNOW.put(room, List.of(others));
  }

  private static String in(String room) {
    return "bindcheck." + room + "..";
  }

  @TestFactory
  Stream<DynamicTest> aRoomKnowsNoOtherThanThose() {
    return MAY_KNOW.entrySet().stream()
        .map(room -> dynamicTest(room.getKey(), () -> knowsOnly(room.getKey(), room.getValue())));
  }

  private static void knowsOnly(String room, List<String> others) {
    String[] allowed =
        Stream.concat(Stream.of(room, "impl"), others.stream())
            .map(ArrowsTest::in)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(in(room))
        .should()
        .dependOnClassesThat(resideInAPackage("bindcheck..").and(not(resideInAnyPackage(allowed))))
        .check(MODEL);
  }

  @Test
  void everyRoomButTheCommandLineIsNamedHere() {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass each : MODEL) {
      rooms.add(each.getPackageName().split("\\.", -1)[1]);
    }
    rooms.remove("cli");
    assertEquals(MAY_KNOW.keySet(), rooms);
  }

  /** So that it can go wherever the classes of a target go. */
  @Test
  void whatHoldsThreadsUpKnowsNobodyButFiles() {
    noClasses()
        .that()
        .resideInAPackage(in("target.perturb"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("bindcheck..")
                .and(not(resideInAnyPackage(in("target.perturb"), in("file")))))
        .check(MODEL);
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("cli"))
        .check(MODEL);
  }

  @Test
  void nobodyKnowsTheLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("api"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("api"))
        .check(MODEL);
  }

  @Test
  void roomsGoRoundInNoCircle() {
    slices().matching("bindcheck.(*)..").should().beFreeOfCycles().check(MODEL);
    slices().matching("bindcheck.(**)").should().beFreeOfCycles().check(MODEL);
  }

  @Test
  void onlyTheSpecificationSeesTheParserAndTlc() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in("spec"), in("tla"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tlc2..", "tla2sany..")
        .check(MODEL);
  }

  @Test
  void onlyItsTargetKnowsTheReference() {
    classes()
        .that()
        .resideInAPackage(in("impl"))
        .should()
        .onlyHaveDependentClassesThat(
            resideInAPackage(in("impl"))
                .or(
                    JavaClass.Predicates.belongTo(
                        JavaClass.Predicates.equivalentTo(ReferenceTarget.class))))
        .allowEmptyShould(true)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("bindcheck"));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (String name : packages()) {
      Path text = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
      assertTrue(Files.exists(text), name);
    }
  }

  private static Set<String> packages() {
    Set<String> names = new TreeSet<>();
    MODEL.forEach(each -> names.add(each.getPackageName()));
    return names;
  }
}
