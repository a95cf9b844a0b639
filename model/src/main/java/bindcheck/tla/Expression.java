package bindcheck.tla;

import java.util.List;

/**
 * An expression, as far as what evaluates or translates it has to know.
 *
 * @param text a name, a number or a string, where the kind has one; else empty
 * @param parts as the kind says
 */
public record Expression(Kind kind, String text, List<Expression> parts) {
  /** What an expression is, with its parts. */
  public enum Kind {
    /** A numeral; its text is decimal. */
    NUMBER,
    /** A string. */
    STRING,
    /** TRUE or FALSE. */
    TRUTH,
    /** What EXCEPT is about to replace. */
    AT,
    /** A name that ranges over a set. */
    BOUND,
    /** A parameter, or what a LET defines, applied to its parts. */
    LOCAL,
    /** An operator of a module, by {@link Definition#name}, applied to its parts. */
    CALL,
    /** An operator of TLA+ itself or of a standard module, applied to its parts. */
    STANDARD,
    /** An operator as an argument: that of its part, which has no parts or is a definition. */
    OPERATOR,
    /** Parts from the left, as long as they are true. */
    AND,
    /** Parts from the left, as long as they are false. */
    OR,
    /** Premise, conclusion. */
    IMPLIES,
    /** A condition. */
    NOT,
    /** Condition, one value, the other. */
    IF,
    /** Conditions, each followed by its value; then that of OTHER, if there is one. */
    CASE,
    /** Function, argument. */
    APPLY,
    /** Elements, in order. */
    TUPLE,
    /** Elements. */
    SET,
    /** {@link #FIELD}s. */
    RECORD,
    /** A field by its name: its value. */
    FIELD,
    /** A function, then {@link #CHANGE}s. */
    EXCEPT,
    /** The path to what is replaced, then what replaces it. */
    CHANGE,
    /** A value for each of some names, then {@link #RANGE}s, the outermost first. */
    IMAGE,
    /** A condition, then one {@link #RANGE}. */
    FILTER,
    /** A condition, then {@link #RANGE}s. */
    EXISTS,
    /** A condition, then {@link #RANGE}s. */
    FORALL,
    /** A condition, then one {@link #RANGE}. */
    CHOOSE,
    /** A value, then one {@link #RANGE}. */
    FUNCTION,
    /** A name, with the set that it ranges over. */
    RANGE,
    /** A value, then {@link #DEFINITION}s. */
    LET,
    /** A name: its {@link #PARAMETER}s, then what it stands for. */
    DEFINITION,
    /** A name. */
    PARAMETER
  }

  /** Keeps a copy of the parts. */
  public Expression {
    parts = List.copyOf(parts);
  }

  static Expression of(Kind kind, String text, Expression... parts) {
    return new Expression(kind, text, List.of(parts));
  }

  /** A part by its place. */
  public Expression part(int place) {
    return parts.get(place);
  }

  /** The parts from that place on. */
  public List<Expression> from(int place) {
    return parts.subList(place, parts.size());
  }

  /** The last part. */
  public Expression last() {
    return parts.get(parts.size() - 1);
  }
}
