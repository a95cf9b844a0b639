package bindcheck.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Claims are held against what is seen. */
class VerificationTest {
  /** Of one and two, each with its length; two takes long. */
  private static final Claims LENGTHS =
      new Claims() {
        @Override
        public String kind() {
          return "length";
        }

        @Override
        public List<String> names() {
          return List.of("one", "three");
        }

        @Override
        public boolean isQuick(String name) {
          return name.equals("one");
        }

        @Override
        public Map<String, String> see(String name) {
          return Map.of("letters", Integer.toString(name.length()));
        }
      };

  private static Claim claim(String name, String figure, String seen) {
    return new Claim("length", name, new TreeMap<>(Map.of(figure, seen)));
  }

  private static Verification compare(boolean quick, Claim... claims) throws InterruptedException {
    return Verification.of(LENGTHS, List.of(claims), quick, at -> {});
  }

  @Test
  void whatIsSeenAgainAgrees() throws InterruptedException {
    Verification all = compare(false, claim("one", "letters", "3"), claim("three", "letters", "5"));
    assertEquals("2 agree", all.toString());
    assertEquals(List.of(), all.differences());
  }

  @Test
  void anotherFigureIsToldBesideTheClaim() throws InterruptedException {
    Verification wrong = compare(false, claim("one", "letters", "4"));
    assertEquals(List.of("length one: letters: 4 is claimed, 3 seen"), wrong.differences());
    assertEquals(0, wrong.agreeing());
  }

  @Test
  void aFigureThatIsClaimedOrSeenAloneDiffers() throws InterruptedException {
    assertEquals(
        List.of(
            "length one: letters: nothing is claimed, 3 seen",
            "length one: vowels: 2 is claimed, nothing seen"),
        compare(false, claim("one", "vowels", "2")).differences());
  }

  @Test
  void aNameThatIsNotHereDiffers() throws InterruptedException {
    assertEquals(
        List.of("length four: is claimed, there is none here"),
        compare(true, claim("four", "letters", "4")).differences());
  }

  @Test
  void whatTakesLongIsLeftOutWhereThatIsAskedFor() throws InterruptedException {
    Verification quick =
        compare(true, claim("one", "letters", "3"), claim("three", "letters", "9"));
    assertEquals("1 agree, 1 left out", quick.toString());
  }

  @Test
  void whatTheCertificatePassesOverIsCounted() throws InterruptedException {
    assertEquals(
        "1 agree, 1 of which nothing is claimed",
        compare(false, claim("one", "letters", "3")).toString());
  }
}
