package bindcheck.call;

import java.util.Locale;

/**
 * What may be wrong of one thread's part in an observation, each by the name that
 * spec/Requirements.tla gives it.
 */
public enum Field {
  /** The call is blocked, and was to return. */
  RETURNS(6),
  /** It has returned, and was to be blocked. */
  BLOCKS(6),
  /** It failed where it was to succeed, or the other way round. */
  SUCCEEDS(4),
  STATUS(1),
  /** A handle that is not valid. */
  HANDLE(1),
  /** The time that a wait gives, or that is in an interrupt's packet. */
  TIMESTAMP(1),
  /** The packet is of another type: it is another packet, of which no more is compared. */
  TYPE(4),
  KEY(1),
  PACKET_STATUS(1),
  PAYLOAD(1);

  private final int count;

  Field(int count) {
    this.count = count;
  }

  /** How many fields of a reply are wrong together with it, itself included. */
  int count() {
    return count;
  }

  /** As the specification has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
