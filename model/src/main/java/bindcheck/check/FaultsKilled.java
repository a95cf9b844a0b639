package bindcheck.check;

import bindcheck.suite.KillRate;

/**
 * What a report tells of the transfer faults that the walks of a scene kill.
 *
 * @param killed of those that were tried
 * @param tried all that the scene's inputs show, or a sample
 * @param isSample whether there are more
 * @param text both for a person, with the share and its confidence
 */
public record FaultsKilled(long killed, long tried, boolean isSample, String text) {
  static FaultsKilled of(KillRate rate) {
    return new FaultsKilled(rate.killed(), rate.tried(), rate.isSample(), rate.toString());
  }
}
