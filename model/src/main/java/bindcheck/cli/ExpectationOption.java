package bindcheck.cli;

import bindcheck.explain.Expectation;
import bindcheck.spec.Glossary;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The failures that are known. */
final class ExpectationOption {
  @Option(
      names = "--expect-failures",
      paramLabel = "FILE",
      description = {
        "the requirements that are known to fail, an id a line; exact: one that is listed",
        "and does not fail is an error, too; implies --continue"
      })
  private Path expected;

  /** Whether there are any, so that what fails is to be looked for to the end. */
  boolean isGiven() {
    return expected != null;
  }

  /**
   * Reads them.
   *
   * @throws bindcheck.file.InputException if the file is no list of requirements
   */
  Optional<Expectation> read(Glossary glossary) {
    return Optional.ofNullable(expected)
        .map(file -> Expectation.read(file, glossary.requirements()));
  }
}
