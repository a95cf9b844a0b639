package bindcheck.litmus.lincheck;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Consumer;
import kotlin.Unit;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenarioKt;
import org.jetbrains.kotlinx.lincheck.runner.CompletedInvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.InconsistentInvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.InvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.LambdaRunner;
import org.jetbrains.kotlinx.lincheck.runner.LambdaRunnerKt;
import org.jetbrains.kotlinx.lincheck.runner.ManagedDeadlockInvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.ManagedLivelockInvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.RunnerTimeoutInvocationResult;
import org.jetbrains.kotlinx.lincheck.strategy.BlockingReason;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.Strategy;
import org.jetbrains.kotlinx.lincheck.strategy.StrategyKt;
import org.jetbrains.kotlinx.lincheck.strategy.ThreadScheduler;
import org.jetbrains.lincheck.LincheckKt;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingCTestConfiguration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Lincheck, one schedule at a time. What it offers to everybody stops at the first schedule after
 * which a thread is left blocked; here that is one way to end. So this uses what {@code
 * Lincheck.runConcurrentTest} itself uses, in the one version that the build names.
 */
final class ModelChecker implements AutoCloseable {
  private static final String STRATEGY =
      "org.jetbrains.kotlinx.lincheck.strategy.managed.modelchecking.ModelCheckingStrategy";

  /** How a schedule ended. */
  enum End {
    /** Every thread came to its end, or waits. */
    AT_REST,
    /** No thread can go on: some wait for a lock. */
    LOCKED,
    /** A thread goes round in a loop that no other thread ends. */
    LOOPS,
    /** The run was broken off, to be made again in another way. */
    REPEATED,
    /** A thread does something that Lincheck does not see, and does not come back from it. */
    HANGS,
    /** Something else, such as a run that was not the same a second time. */
    ODD
  }

  private final Strategy strategy;
  private InvocationResult last;

  private ModelChecker(Strategy strategy) {
    this.strategy = strategy;
  }

  /**
   * Instruments the code that is reached from a block, for as long as the model checker is used.
   *
   * @param block is run once for each schedule
   * @param limit how long a run may take
   */
  static void on(Runnable block, Duration limit, Consumer<ModelChecker> use) {
    LincheckKt.withLincheckTestContext(
        InstrumentationMode.MODEL_CHECKING,
        () -> {
          LincheckInstrumentation.INSTANCE.ensureObjectIsTransformed(block);
          LambdaRunner<Unit> runner = LambdaRunnerKt.LambdaRunner(limit.toMillis(), block);
          try (ModelChecker checker = new ModelChecker(strategy(runner, block))) {
            runner.initializeStrategy(checker.strategy);
            use.accept(checker);
          }
          return Unit.INSTANCE;
        });
  }

  private static Strategy strategy(LambdaRunner<Unit> runner, Runnable block) {
    ModelCheckingCTestConfiguration configuration =
        new ModelCheckingOptions()
            .addGuarantee(
                ManagedStrategyGuaranteeKt.forClasses(
                        Recorder.class.getName(), "bindcheck.call.Reply")
                    .allMethods()
                    .ignore())
            .createTestConfigurations(block.getClass());
    try {
      // Its supertypes are in an archive that is added to the class path when Lincheck starts.
      for (Constructor<?> constructor : Class.forName(STRATEGY).getConstructors()) {
        if (constructor.getParameterCount() == 4) {
          return (Strategy)
              constructor.newInstance(
                  runner,
                  configuration.createSettings$lincheck(),
                  false,
                  LincheckInstrumentation.INSTANCE.getContext());
        }
      }
      throw new NoSuchMethodException(STRATEGY);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes on to the next schedule; false where there is none that Lincheck would choose. */
  boolean next() {
    return strategy.nextInvocation();
  }

  /** Runs the block under that schedule. */
  End run() {
    last = strategy.runInvocation();
    if (last instanceof CompletedInvocationResult) {
      return End.AT_REST;
    }
    if (last instanceof ManagedDeadlockInvocationResult) {
      return waitsForLock() ? End.LOCKED : End.AT_REST;
    }
    if (last instanceof ManagedLivelockInvocationResult) {
      return End.LOOPS;
    }
    if (last instanceof InconsistentInvocationResult) {
      return End.REPEATED;
    }
    return last instanceof RunnerTimeoutInvocationResult ? End.HANGS : End.ODD;
  }

  /** Whether a thread waits for a lock, the one that stopped last left aside. */
  private boolean waitsForLock() {
    try {
      Method getter = strategy.getClass().getSuperclass().getDeclaredMethod("getThreadScheduler");
      getter.setAccessible(true);
      ThreadScheduler threads = (ThreadScheduler) getter.invoke(strategy);
      for (int thread : threads.getRegisteredThreadIds()) {
        if (threads.getBlockingReason(thread) instanceof BlockingReason.Locked) {
          return true;
        }
      }
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The interleaving of the last schedule, which is run again for it. */
  String explain() {
    LincheckFailure failure =
        StrategyKt.verify(
            strategy, ExecutionScenarioKt.emptyScenario(), last, (scenario, results) -> false);
    return failure == null ? last.toString() : failure.toString();
  }

  @Override
  public void close() {
    strategy.close();
  }
}
