package bindcheck.target.process;

import java.util.Locale;

/** What a target may offer beside the calls. */
public enum Feature {
  /** It can tell when every call in progress has returned or is blocked, and which are. */
  BLOCKED,
  /** It can let the deadline of a call in progress pass. */
  EXPIRE,
  /** That may be asked for at any moment, and is done at once. */
  EXPIRE_ANYTIME,
  /** It can make a fresh kernel while calls are in progress. */
  ABANDON,
  /**
   * Its packets have a status and four words of payload, in what it is given and in what it gives.
   */
  PACKETS;

  /** The name in the protocol. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
