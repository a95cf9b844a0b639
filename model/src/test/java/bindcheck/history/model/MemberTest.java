package bindcheck.history.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.KernelForm;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** States that agree with a history: when they are the same, and what they hold. */
class MemberTest {
  private static final Semantics DOC = new Semantics(SpecModule.load("Evaluation"), "doc");
  private static final KernelForm EMPTY = new Moves(DOC).fresh(2, Policies.ALL_OPEN).form;
  private static final int MANY = 40;

  private static Member member(int policies, long value, int thread, int raw, int call) {
    return new Member(
        EMPTY,
        policies,
        new long[] {7, value},
        new int[] {thread},
        new int[] {raw},
        new int[] {call, Member.IDLE},
        new Operation[2]);
  }

  private static Member member() {
    return member(1, 2, 3, 4, 5);
  }

  @Test
  void membersAreEqualWhereAllOfThemIs() {
    assertEquals(member(), member());
    assertEquals(member().hashCode(), member().hashCode());
    Member same = member();
    assertTrue(same.equals(same));
  }

  @Test
  void membersDifferInAnyPart() {
    List<Member> others =
        List.of(
            member(9, 2, 3, 4, 5),
            member(1, 9, 3, 4, 5),
            member(1, 2, 9, 4, 5),
            member(1, 2, 3, 9, 5),
            member(1, 2, 3, 4, 9));
    others.forEach(other -> assertNotEquals(member(), other));
    assertFalse(member().equals("a member"));
  }

  @Test
  void whatTheHistorySaysOfACallIsNoPartOfEquality() {
    assertEquals(member(), member().with(0, 5, null));
  }

  @Test
  void hashesOfAGreatManyMembersAreFarApart() {
    Set<Integer> hashes = new HashSet<>();
    Set<Integer> lowBits = new HashSet<>();
    for (int value = 0; value < MANY; value++) {
      for (int call = 0; call < MANY; call++) {
        int hash = member(1, value, 3, 4, call).hashCode();
        hashes.add(hash);
        lowBits.add(hash & 0xffff);
      }
    }
    assertEquals(MANY * MANY, hashes.size());
    assertTrue(lowBits.size() > MANY * MANY * 9 / 10, () -> lowBits.size() + " of 65536 places");
  }

  @Test
  void theHandleZeroIsZeroAndOneThatNobodyGaveIsNone() {
    assertEquals(0, member().handle(0));
    assertEquals(KernelForm.NO_HANDLE, member().handle(9));
  }

  @Test
  void aCallIsPendingUntilItIsDone() {
    assertTrue(member().isPending(0));
    assertFalse(member().isPending(1));
    assertFalse(member().with(0, Member.DONE).isPending(0));
  }

  @Test
  void itsValuesAreKnown() {
    assertTrue(member().has(7));
    assertTrue(member().has(2));
    assertFalse(member().has(3));
    assertFalse(member().with(new long[] {9}).has(7));
  }
}
