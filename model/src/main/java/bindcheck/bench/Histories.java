package bindcheck.bench;

import bindcheck.call.Verdict;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Judging histories: beside TLC on the same one, and long ones beside shorter ones. */
final class Histories {
  private static final List<String> VARIANTS = List.of(Variants.REFERENCE, Variants.DOC);
  private static final long SEED = 1;

  /** How much longer the long history is, and what time there is for it. */
  private static final int TIMES = 10;

  private final SpecModule module;
  private final Path folder;

  Histories(Benchmark.Given given) {
    this.module = given.module();
    this.folder = given.folder();
  }

  /** The judge and TLC on the same history, each in a process of its own. */
  Stream<Comparison> besideTlc(Size size) {
    Stream<Traffic.Load> loads =
        size.of(
            Stream.of(dense(40, 2, 1)),
            Stream.of(nat(100, 1, 1), nat(500, 16, 64), nat(1_000, 4, 4), dense(100, 4, 4)),
            Stream.of(1, 2, 4, 8, 16)
                .flatMap(t -> Stream.of(1, 8, 64).map(k -> nat(1_000, t, k)))
                .flatMap(nat -> Stream.of(nat, dense(1_000, nat.threads(), nat.interrupts()))));
    return loads.flatMap(
        load -> VARIANTS.stream().map(variant -> besideTlc(load, variant, size.limit())));
  }

  /** The judge on a history that is ten times as long as the other. */
  Stream<Comparison> tenfold(Size size) {
    Stream<Traffic.Load> loads =
        size.of(
            Stream.of(nat(100, 2, 1)),
            Stream.of(nat(1_000, 1, 1), nat(10_000, 4, 4), dense(1_000, 4, 4)),
            Stream.of(
                nat(10_000, 4, 4),
                nat(100_000, 4, 4),
                nat(1_000_000, 4, 4),
                dense(1_000, 4, 4),
                dense(10_000, 4, 4),
                dense(1_000, 8, 8)));
    return loads.flatMap(
        load ->
            VARIANTS.stream()
                .map(variant -> tenfold(load, variant, size.limit().multipliedBy(TIMES))));
  }

  /** The judge and Porcupine on the same history, the one in this process, the other in its own. */
  Stream<Comparison> besidePorcupine(Benchmark.Given given) {
    if (given.porcupine().isEmpty()) {
      return Stream.empty();
    }
    Porcupine porcupine = new Porcupine(given.porcupine().get(), folder);
    Stream<Traffic.Load> loads =
        given
            .size()
            .of(
                Stream.of(nat(100, 2, 1)),
                Stream.of(nat(10_000, 4, 4), nat(100_000, 4, 4), dense(1_000, 8, 4)),
                Stream.of(
                    nat(10_000, 4, 4),
                    nat(100_000, 4, 4),
                    dense(10_000, 4, 4),
                    dense(1_000, 8, 4),
                    dense(10_000, 8, 4)));
    Duration time = given.size().limit();
    return loads.map(
        load ->
            new Comparison(
                load + ", " + Variants.REFERENCE,
                "events/s",
                inHere("judge", load, Variants.REFERENCE, time),
                new Side("Porcupine", () -> porcupine.check(file(load), load.events(), time))));
  }

  private static Traffic.Load nat(long events, int threads, int interrupts) {
    return new Traffic.Load(Traffic.Overlap.NAT, events, threads, interrupts);
  }

  private static Traffic.Load dense(long events, int threads, int interrupts) {
    return new Traffic.Load(Traffic.Overlap.DENSE, events, threads, interrupts);
  }

  private Comparison besideTlc(Traffic.Load load, String variant, Duration time) {
    Path file = file(load);
    return new Comparison(
        load + ", " + variant,
        "events/s",
        side("judge", load, () -> Alone.judge(file, variant, time)),
        side("TLC", load, () -> byTlc(file, variant, time)));
  }

  private static String byTlc(Path file, String variant, Duration time) {
    return TlcJudge.of(List.of(RecordedHistory.read(file)), variant, time).get(0).verdict().name();
  }

  private Comparison tenfold(Traffic.Load load, String variant, Duration time) {
    Traffic.Load longer =
        new Traffic.Load(load.overlap(), TIMES * load.events(), load.threads(), load.interrupts());
    return new Comparison(
        longer + ", " + variant,
        "events/s",
        inHere("judge", longer, variant, time),
        inHere("%,d events".formatted(load.events()), load, variant, time));
  }

  private Side inHere(String name, Traffic.Load load, String variant, Duration time) {
    Path file = file(load);
    Semantics judge = new Semantics(module, variant);
    return side(name, load, () -> Alone.verdict(file, judge, time));
  }

  /** Every event is allowed: who says otherwise is wrong, and who cannot tell has not ended. */
  private static Side side(String name, Traffic.Load load, Supplier<String> judge) {
    return new Side(
        name,
        () -> {
          long start = System.nanoTime();
          String verdict = judge.get();
          Figure figure = Figure.rate(load.events(), start, verdict.equals(Verdict.PASS.name()));
          if (verdict.equals(Verdict.INCONCLUSIVE.name()) || !figure.isBound()) {
            return figure;
          }
          throw new IllegalStateException(name + " on " + load + ": " + verdict);
        });
  }

  /** Where a history is; made where it is not there yet. */
  private Path file(Traffic.Load load) {
    Path file = folder.resolve(load.toString().replaceAll("\\W+", "-") + ".jsonl");
    if (Files.notExists(file)) {
      Traffic.write(load, SEED, file);
    }
    return file;
  }
}
