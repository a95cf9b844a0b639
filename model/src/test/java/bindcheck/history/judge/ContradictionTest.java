package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.judge.Contradiction.Effect;
import bindcheck.history.judge.Contradiction.Unkept;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What would have to be otherwise for a contradiction to be none. */
class ContradictionTest {
  private static final String CHOICE = "C-idle-ack";
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Semantics EVERY = new Semantics(MODULE, Variants.every(MODULE));
  private static final Variant REFERENCE = Recorded.variant("reference").variant();
  private static final Variant REFUSING =
      REFERENCE.with(CHOICE, new TreeSet<>(Set.of("BAD_STATE")));
  private static final Reply BAD_STATE = Reply.of(Status.BAD_STATE);

  private static Recorded refusedAck(Recorded recorded) {
    return recorded.binds().does(BAD_STATE, Op.INTERRUPT_ACK, Recorded.INTERRUPT);
  }

  private static Contradiction contradiction(Recorded recorded) {
    return recorded.rejection("reference").contradiction();
  }

  @Test
  void itIsNoneForWhoTakesTheOtherAlternative() {
    Contradiction part = contradiction(refusedAck(new Recorded().resets()));
    assertTrue(part.isFresh());
    assertTrue(part.isAllowedBy(EVERY, REFUSING, CHOICE));
    assertTrue(part.isWhollyAllowedBy(EVERY, REFUSING, CHOICE));
    assertFalse(part.isAllowedBy(EVERY, REFERENCE, CHOICE));
    assertFalse(part.isWhollyAllowedBy(EVERY, REFERENCE, CHOICE));
  }

  @Test
  void whatComesLaterMayContradictTheOtherAlternative() {
    Recorded recorded = refusedAck(new Recorded().resets());
    recorded.does(Recorded.OK, Op.INTERRUPT_ACK, Recorded.INTERRUPT);
    Contradiction part = contradiction(recorded);
    assertTrue(part.isAllowedBy(EVERY, REFUSING, CHOICE));
    assertFalse(part.isWhollyAllowedBy(EVERY, REFUSING, CHOICE));
  }

  /** It begins within a kernel: a rejection looks at the section before as well. */
  private static Contradiction within() {
    Recorded recorded = new Recorded().binds().cut().quiesces().cut();
    recorded.queues("A", 5).reads("M").shows("M", 5).returns("A", Recorded.OK);
    return contradiction(recorded.does(BAD_STATE, Op.INTERRUPT_ACK, Recorded.INTERRUPT));
  }

  @Test
  void ofAPartThatBeginsWithinAKernelNobodyCanSay() {
    Contradiction part = within();
    assertFalse(part.isFresh());
    assertFalse(part.isAllowedBy(EVERY, REFUSING, CHOICE));
    assertFalse(part.isWhollyAllowedBy(EVERY, REFUSING, CHOICE));
    assertEquals(Optional.empty(), part.unkept(EVERY, REFERENCE, Set.of(CHOICE)));
  }

  @Test
  void anExecutionSaysBeforeWhichOfItsEventsACallTakesEffect() {
    assertEquals(List.of(new Effect(3, "A"), new Effect(3, "M")), within().execution());
  }

  @Test
  void aHistoryWithoutAResetBeginsWithAFreshKernel() {
    assertTrue(contradiction(refusedAck(new Recorded())).isFresh());
  }

  /** Two acks of which each is allowed. */
  private static Recorded acksEitherWay(Recorded recorded) {
    return recorded
        .does(Recorded.OK, Op.INTERRUPT_ACK, Recorded.INTERRUPT)
        .does(BAD_STATE, Op.INTERRUPT_ACK, Recorded.INTERRUPT);
  }

  @Test
  void anEarlierEventMayHaveFixedAPolicyThatIsNotKeptTo() {
    Variant doc = Recorded.variant("doc").variant();
    Recorded alone = acksEitherWay(new Recorded().resets().binds());
    assertFalse(alone.rejection("doc").contradiction().isAllowedBy(EVERY, doc, CHOICE));
    Recorded following = new Recorded().resets().binds();
    following.does(Reply.of(Status.BAD_HANDLE), Op.PORT_QUEUE, Recorded.PORT, 1, 1);
    SectionJudge judge = Recorded.judge("doc").goOn(9);
    judge.accept(acksEitherWay(following).section());
    Contradiction last = judge.rejections().get(1).contradiction();
    assertTrue(last.isAllowedBy(EVERY, doc, CHOICE));
    assertFalse(last.isAllowedBy(EVERY, doc, "C-coalesce"));
  }

  @Test
  void aPolicyThatIsNotKeptToIsNamed() {
    Contradiction part =
        acksEitherWay(new Recorded().resets().binds()).rejection("doc").contradiction();
    Variant doc = Recorded.variant("doc").variant();
    assertEquals(
        Optional.of(new Unkept(CHOICE, new TreeSet<>(Set.of("OK")))),
        part.unkept(EVERY, doc, Set.of(CHOICE)));
    assertEquals(Optional.empty(), part.unkept(EVERY, doc, Set.of("C-coalesce")));
  }

  @Test
  void theShortestPartIsShownWithTheWholeBesideIt() {
    Recorded recorded =
        refusedAck(new Recorded().resets().queues("A", 1).returns("A", Status.BAD_HANDLE));
    Contradiction whole = contradiction(recorded);
    Contradiction part = whole.shrunk(any -> true);
    assertTrue(part.events().size() < whole.events().size());
    assertEquals(whole.events(), part.whole().events());
    assertEquals(whole.events(), whole.shrunk(any -> false).events());
  }
}
