package bindcheck.spec.tlc;

import java.util.List;
import tlc2.tool.Action;
import tlc2.tool.IStateFunctor;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.DistApp;
import tlc2.tool.distributed.TLCApp;

/**
 * A model as workers have it. TLC's distributed mode checks what is to hold of steps where they
 * lead to states that nobody has seen; this does so of every step.
 */
final class EveryStep extends DistApp {
  private static final Action[] NONE = {};

  private final TLCApp model;
  private final List<Action> ofSteps;

  EveryStep(TLCApp model) {
    this.model = model;
    ofSteps = List.of(model.impliedActions);
    model.impliedActions = NONE; // once is enough
  }

  @Override
  public TLCState[] getNextStates(TLCState from) throws WorkerException {
    TLCState[] next = model.getNextStates(from);
    for (TLCState to : next) {
      to.setPredecessor(from); // else TLC takes it for an initial state
      for (Action property : ofSteps) {
        if (!model.tool.isValid(property, from, to)) {
          throw new WorkerException("a step is not allowed", from, to, false);
        }
      }
    }
    return next;
  }

  @Override
  public void checkState(TLCState from, TLCState to) throws WorkerException {
    model.checkState(from, to);
  }

  @Override
  public boolean isInModel(TLCState state) {
    return model.isInModel(state);
  }

  @Override
  public boolean isInActions(TLCState from, TLCState to) {
    return model.isInActions(from, to);
  }

  @Override
  public void getInitStates(IStateFunctor functor) {
    model.getInitStates(functor);
  }

  @Override
  public TLCStateInfo getState(long fingerprint) {
    return model.getState(fingerprint);
  }

  @Override
  public TLCStateInfo getState(long fingerprint, TLCState from) {
    return model.getState(fingerprint, from);
  }

  @Override
  public TLCStateInfo getState(TLCState to, TLCState from) {
    return model.getState(to, from);
  }

  @Override
  public Boolean getCheckDeadlock() {
    return model.getCheckDeadlock();
  }

  @Override
  public Boolean getPreprocess() {
    return model.getPreprocess();
  }

  @Override
  public String getFileName() {
    return model.getFileName();
  }

  @Override
  public String getMetadir() {
    return model.getMetadir();
  }

  @Override
  public boolean canRecover() {
    return model.canRecover();
  }

  @Override
  public void setCallStack() {
    model.setCallStack();
  }

  @Override
  public String printCallStack() {
    return model.printCallStack();
  }

  @Override
  public String getSpecDir() {
    return model.getSpecDir();
  }

  @Override
  public String getConfigName() {
    return model.getConfigName();
  }
}
