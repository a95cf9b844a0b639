package bindcheck.call;

import java.math.BigInteger;

/** What a parameter of a call is in C, as far as the notation must tell one number from another. */
public enum Kind {
  /** A handle: written as the name that an earlier line assigned, or {@code INVALID}. */
  HANDLE(32, false),
  /** A plain unsigned 32-bit number. */
  U32(32, false),
  /** A plain unsigned 64-bit number. */
  U64(64, false),
  /** A plain signed 64-bit number. */
  I64(64, true),
  /** An absolute time in nanoseconds, signed. */
  TIME(64, true),
  /** 32 option bits, with names that depend on the call. */
  OPTIONS(32, false),
  /** 32 rights bits. */
  RIGHTS(32, false);

  private final int bits;
  private final BigInteger least;
  private final BigInteger most;

  Kind(int bits, boolean signed) {
    this.bits = bits;
    BigInteger span = BigInteger.ONE.shiftLeft(bits);
    this.least = signed ? span.shiftRight(1).negate() : BigInteger.ZERO;
    this.most = (signed ? span.shiftRight(1) : span).subtract(BigInteger.ONE);
  }

  /** Whether the number can be passed for this kind. */
  public boolean holds(BigInteger number) {
    return least.compareTo(number) <= 0 && number.compareTo(most) <= 0;
  }

  /** Whether the 64 raw bits, read as this kind reads them, can be passed for it. */
  public boolean holds(long raw) {
    return bits == Long.SIZE || raw >>> bits == 0;
  }

  /** Whether the kind is a set of bits, so that names can be joined by {@code |}. */
  public boolean isBits() {
    return this == OPTIONS || this == RIGHTS;
  }

  /** Whether it has 64 bits: JSON then has it as a decimal string. */
  public boolean isWide() {
    return bits == Long.SIZE;
  }

  /** The least number that can be passed for this kind. */
  public BigInteger least() {
    return least;
  }

  /** The greatest. */
  public BigInteger most() {
    return most;
  }

  /** The range, as an error message gives it. */
  public String range() {
    return "a number from " + least + " to " + most;
  }

  /** The raw bits in decimal, unsigned where the kind is. */
  public String decimal(long raw) {
    return number(raw).toString();
  }

  private BigInteger number(long raw) {
    boolean signed = least.signum() < 0;
    return signed ? BigInteger.valueOf(raw) : new BigInteger(Long.toUnsignedString(raw));
  }
}
