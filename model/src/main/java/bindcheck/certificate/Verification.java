package bindcheck.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * What is seen now beside what a certificate claims, of one kind.
 *
 * @param kind of what kind the claims are
 * @param agreeing how many claims agree with what is seen
 * @param leftOut how many were not looked at
 * @param unclaimed of how much here the certificate says nothing
 * @param differences a line for each figure that is another now
 */
public record Verification(
    String kind, int agreeing, int leftOut, int unclaimed, List<String> differences) {
  /** Keeps a copy. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /**
   * Looks again at what is claimed.
   *
   * @param claimed claims of that kind
   * @param quick whether to leave out what takes long
   * @param at is told how many of them have been looked at
   */
  public static Verification of(Claims kind, List<Claim> claimed, boolean quick, LongConsumer at)
      throws InterruptedException {
    Set<String> names = new TreeSet<>(kind.names());
    List<String> differences = new ArrayList<>();
    int agreeing = 0;
    int leftOut = 0;
    for (int i = 0; i < claimed.size(); i++) {
      at.accept(i);
      Claim claim = claimed.get(i);
      if (quick && names.contains(claim.name()) && !kind.isQuick(claim.name())) {
        leftOut++;
        continue;
      }
      List<String> found =
          names.contains(claim.name())
              ? differences(claim, kind.see(claim.name()))
              : List.of(claim + ": is claimed, there is none here");
      agreeing += found.isEmpty() ? 1 : 0;
      differences.addAll(found);
    }
    claimed.forEach(claim -> names.remove(claim.name()));
    return new Verification(kind.kind(), agreeing, leftOut, names.size(), differences);
  }

  private static List<String> differences(Claim claim, Map<String, String> seen) {
    Set<String> figures = new TreeSet<>(claim.says().keySet());
    figures.addAll(seen.keySet());
    List<String> differences = new ArrayList<>();
    for (String figure : figures) {
      String claimed = claim.says().getOrDefault(figure, "nothing");
      String now = seen.getOrDefault(figure, "nothing");
      if (!claimed.equals(now)) {
        differences.add("%s: %s: %s is claimed, %s seen".formatted(claim, figure, claimed, now));
      }
    }
    return differences;
  }

  /** How it stands, in one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(agreeing + " agree");
    if (!differences.isEmpty()) {
      text.append(", ").append(differences.size()).append(" differ");
    }
    if (leftOut > 0) {
      text.append(", ").append(leftOut).append(" left out");
    }
    if (unclaimed > 0) {
      text.append(", ").append(unclaimed).append(" of which nothing is claimed");
    }
    return text.toString();
  }
}
