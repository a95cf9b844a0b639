package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.certificate.CertificateFile;
import bindcheck.certificate.Claim;
import bindcheck.certificate.Claims;
import bindcheck.certificate.Verification;
import bindcheck.file.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bindcheck certify}. */
@Command(
    name = "certify",
    description = {
      "Writes down what this program rests on and what it finds in itself: the files of the",
      "specification, graphs and suites, litmus programs, models, faults that are found; and what",
      "the build and the engines have seen, which is kept. Or looks at all of it again, and says",
      "what differs."
    })
final class CertifyCommand extends Subcommand {
  private static final String JAVA = System.getProperty("java.version");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Task task;

  private static final class Task {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "writes the certificate to FILE")
    private OutputFile output;

    @Option(
        names = "--verify",
        paramLabel = "FILE",
        required = true,
        description = "looks again at what FILE claims; FAIL where it differs")
    private Path certificate;
  }

  @Option(
      names = "--quick",
      description = {
        "only what is seen in a minute or two: no faults, the graphs of the reference alone,",
        "small models (default: all, which takes about half an hour)"
      })
  private boolean isQuick;

  @Override
  public Integer call() throws InterruptedException {
    return (task.output == null ? verify() : write()).exitCode();
  }

  private Verdict write() throws InterruptedException {
    List<Claim> all = new ArrayList<>();
    try (Progress progress = new Progress()) {
      for (Claims kind : Claims.all(evaluation())) {
        List<String> names =
            kind.names().stream().filter(name -> !isQuick || kind.isQuick(name)).toList();
        progress.begin(kind.kind(), names.size());
        int seen = 0;
        for (String name : names) {
          all.add(new Claim(kind.kind(), name, new TreeMap<>(kind.see(name))));
          progress.at(++seen);
        }
        progress.pause();
        row(kind.kind(), told(kind, names.size() + " seen"));
      }
    }
    new CertificateFile(Main.VERSION, JAVA, all).write(task.output.path());
    row("certificate", task.output);
    return Verdict.PASS;
  }

  private Verdict verify() throws InterruptedException {
    CertificateFile certificate = CertificateFile.read(task.certificate);
    List<Claims> kinds = Claims.all(evaluation());
    certificate.requireKinds(task.certificate, kinds);
    row("certificate", "of " + certificate.program() + ", Java " + certificate.java());
    row("here", Main.VERSION + ", Java " + JAVA);
    List<Verification> all = new ArrayList<>();
    try (Progress progress = new Progress()) {
      for (Claims kind : kinds) {
        List<Claim> claimed = certificate.of(kind);
        progress.begin(kind.kind(), claimed.size());
        Verification again = Verification.of(kind, claimed, isQuick, progress::at);
        progress.pause();
        row(kind.kind(), told(kind, again.toString()));
        again.differences().forEach(difference -> row("", difference));
        all.add(again);
      }
    }
    Verdict verdict = verdict(all);
    row("verdict", verdict);
    return verdict;
  }

  private static Verdict verdict(List<Verification> all) {
    if (all.stream().anyMatch(one -> !one.differences().isEmpty())) {
      return Verdict.FAIL;
    }
    return all.stream().allMatch(one -> one.agreeing() == 0) ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  private static String told(Claims kind, String text) {
    return kind.limits().isEmpty() ? text : text + " (" + kind.limits() + ")";
  }

  private void row(String name, Object text) {
    out().printf("%-13s %s%n", name, text);
    out().flush();
  }
}
