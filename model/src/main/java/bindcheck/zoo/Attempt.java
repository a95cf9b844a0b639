package bindcheck.zoo;

import bindcheck.call.Verdict;

/**
 * What a command came to on one of the zoo.
 *
 * @param command with the options that matter
 * @param program the litmus program that showed what is wrong; else empty
 * @param verdict FAIL where it has found what is wrong
 * @param calls how many calls it had made until then; the runs of a litmus engine count as such
 * @param script how many calls the script or the part of a history has that it shows; 0 where it
 *     shows none
 */
public record Attempt(String command, String program, Verdict verdict, long calls, int script) {
  /** Without a program. */
  Attempt(String command, Verdict verdict, long calls, int script) {
    this(command, "", verdict, calls, script);
  }

  /** Whether it has found what is wrong. */
  public boolean isFound() {
    return verdict == Verdict.FAIL;
  }

  /** The command as it is typed to see the same. */
  public String shown() {
    return program.isEmpty() ? command : command + " " + program;
  }
}
