package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.spec.tlc.DistributedRun;
import bindcheck.spec.tlc.Endpoint;
import bindcheck.spec.tlc.Model;
import bindcheck.spec.tlc.ModelRun;
import bindcheck.spec.tlc.WorkerRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck model}. */
@Command(
    name = "model",
    description = {
      "Runs TLC on the models of the manifest, and compares results and counts.",
      "A model that is meant to violate a property passes where it does."
    })
final class ModelCommand extends Subcommand {
  private static final int MOST_AT_ONCE = 4;

  @Parameters(
      paramLabel = "MODEL",
      description = "the models to run (default: all that do not take long)")
  private List<String> names = List.of();

  @Option(names = "--all", description = "run those that take long as well")
  private boolean all;

  @Option(
      names = "--trace",
      description = {
        "print how a property is violated, as TLC does: the first state, then what changes"
      })
  private boolean trace;

  @Option(
      names = "--distributed",
      paramLabel = "HOST[:PORT]",
      arity = "0..1",
      fallbackValue = "127.0.0.1",
      description = {
        "give the states of one model to workers, at one address of this machine",
        "(default: ${FALLBACK-VALUE}); who reaches it can take part"
      })
  private Endpoint distributed;

  @Option(
      names = "--worker",
      paramLabel = "HOST[:PORT]",
      description = "be a worker of the model that is served there by --distributed")
  private Endpoint worker;

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    if (worker != null) {
      return work();
    }
    return distributed == null ? run(selected()) : serve(selected());
  }

  private int work() {
    if (distributed != null || all || trace || !names.isEmpty()) {
      throw new InputException("--worker stands alone: the server says what is checked");
    }
    boolean isChecked = WorkerRun.of(worker, line -> err().println(worker + ": " + line));
    return (isChecked ? Verdict.PASS : Verdict.INCONCLUSIVE).exitCode();
  }

  private int serve(List<Model> models) {
    if (names.size() != 1) {
      throw new InputException("--distributed: expected one MODEL, found " + names.size());
    }
    Model model = models.get(0);
    ModelReport report = new ModelReport(out(), models, trace);
    ModelRun seen =
        DistributedRun.of(
            model,
            distributed,
            () ->
                err()
                    .printf(
                        "%s waits for workers: ./bindcheck model --worker %s%n",
                        model.name(), distributed));
    report.begin();
    report.row(model, seen);
    return report.end(0).exitCode();
  }

  private int run(List<Model> models) throws ExecutionException, InterruptedException {
    ModelReport report = new ModelReport(out(), models, trace);
    int atOnce = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try (Progress progress = new Progress()) {
      List<Future<ModelRun>> results = new ArrayList<>();
      models.forEach(model -> results.add(pool.submit(() -> ModelRun.of(model))));
      report.begin();
      for (int i = 0; i < models.size(); i++) {
        progress.begin(models.get(i).name(), models.size());
        progress.at(i);
        ModelRun seen = results.get(i).get();
        progress.pause();
        report.row(models.get(i), seen);
      }
    } finally {
      pool.shutdownNow();
    }
    Verdict verdict = report.end(names.isEmpty() ? Model.all().size() - models.size() : 0);
    return verdict.exitCode();
  }

  private List<Model> selected() {
    Map<String, Model> models = new LinkedHashMap<>();
    Model.all().forEach(model -> models.put(model.name(), model));
    for (String name : names) {
      if (!models.containsKey(name)) {
        throw new InputException(
            "expected a model of spec/manifest.json, such as MCReaders, found '" + name + "'");
      }
    }
    if (!names.isEmpty()) {
      return names.stream().map(models::get).toList();
    }
    return models.values().stream().filter(model -> all || !model.takesLong()).toList();
  }
}
