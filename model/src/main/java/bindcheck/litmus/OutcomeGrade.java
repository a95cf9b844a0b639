package bindcheck.litmus;

/** What an outcome that a target had is worth; the names are those of jcstress. */
public enum OutcomeGrade {
  /** Allowed, and what the reference does as well. */
  ACCEPTABLE,
  /** Allowed, but by a choice that the reference takes otherwise. */
  INTERESTING,
  /** Not allowed. */
  FORBIDDEN
}
