package bindcheck.target.perturb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A class does the same with points in it, and meets them. */
@Timeout(60)
class RewriterTest {
  private static final Schedule OFTEN = new Schedule(1, 2, 5, 40, true, false);

  private Account.Calls account;

  @BeforeEach
  void load() throws ReflectiveOperationException {
    String name = Account.Savings.class.getName();
    ClassLoader loader =
        new RewritingLoader(
            Account.class.getClassLoader(), name, Set.of(Account.Calls.class.getName()));
    Class<?> type = loader.loadClass(name);
    assertNotSame(Account.Savings.class, type);
    account = (Account.Calls) type.getConstructor().newInstance();
    Points.PERTURBATION.begin(OFTEN);
  }

  @AfterEach
  void end() {
    Points.PERTURBATION.end();
  }

  @Test
  void synchronizedMethodsTakeTheirArgumentsAndCallThoseOfTheirSuperclass() {
    assertEquals(11, account.add(1, 2, 3, "4"));
    assertEquals(21, account.add(1, 2, 3, "4"));
  }

  @Test
  void staticOnesToo() {
    int before = account.counted();
    account.add(0, 0, 0, "0");
    assertEquals(before + 1, account.counted());
  }

  @Test
  void theyHoldTheirMonitorAndLeaveItByAnException() {
    assertTrue(account.holdsItsLock());
    assertEquals("thrown 1false", account.fails());
    assertFalse(Thread.holdsLock(account));
  }

  @Test
  void aThreadThatWaitsIsWoken() throws InterruptedException {
    Thread payer = new Thread(() -> account.add(100, 0, 0, "0"));
    payer.start();
    account.waitForMoney(100);
    payer.join();
  }

  @Test
  void callsMeetPoints() {
    int before = Points.met();
    account.counted();
    assertTrue(Points.met() - before >= 4, "before and after each end of the block");
  }

  @Test
  void aClassOfThePlatformStaysAsItIs() throws ClassNotFoundException {
    ClassLoader own = Account.class.getClassLoader();
    ClassLoader loader = new RewritingLoader(own, Account.class.getName(), Set.of());
    assertSame(String.class, loader.loadClass("java.lang.String"));
    assertSame(Points.class, loader.loadClass(Points.class.getName()));
  }
}
