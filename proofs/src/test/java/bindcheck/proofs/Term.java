package bindcheck.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A term of SMT-LIB, simplified as it is made where that is plain: what is decided by constants
 * alone, and sums.
 */
final class Term implements Comparable<Term> {
  static final String INT = "Int";
  static final String BOOL = "Bool";

  private static final String PLUS = "+";
  private static final String SELECT = "select";
  private static final String STORE = "store";

  /** There is one object for equal terms. */
  private static final Map<Term, Term> ALL = new HashMap<>();

  /** By quantifier, the terms of which each says for which values to look at it. */
  private static final Map<Term, List<Term>> TRIGGERS = new HashMap<>();

  private static int fresh;

  static final Term TRUE = made("true", List.of(), BOOL, false);
  static final Term FALSE = made("false", List.of(), BOOL, false);

  /** An operator or a name; of a quantifier the last argument is what it says of the others. */
  final String op;

  final List<Term> args;
  final String sort;

  /** Whether a name in it belongs to a quantifier around it. */
  final boolean isOpen;

  /** How many quantifiers are within one another. */
  private final int depth;

  private final int hash;

  private final int number;

  private Term(String op, List<Term> args, String sort, boolean isOpen) {
    this.number = ALL.size();
    this.op = op;
    this.args = List.copyOf(args);
    this.sort = sort;
    this.isOpen = isOpen;
    this.depth = args.stream().mapToInt(a -> a.depth).max().orElse(0) + (isQuantifier() ? 1 : 0);
    this.hash = (op.hashCode() * 31 + sort.hashCode()) * 31 + args.hashCode();
  }

  private static Term made(String op, List<Term> args, String sort, boolean isOpen) {
    Term made = new Term(op, args, sort, isOpen);
    Term known = ALL.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  private static Term of(String op, String sort, Term... args) {
    return made(op, List.of(args), sort, Arrays.stream(args).anyMatch(a -> a.isOpen));
  }

  static String arrayOf(String sort) {
    return "(Array Int " + sort + ")";
  }

  static String elementSort(String array) {
    return array.substring("(Array Int ".length(), array.length() - 1);
  }

  /** A name that nothing else has. */
  static Term fresh(String name, String sort) {
    return made(name + "!" + fresh++, List.of(), sort, false);
  }

  /** The same, for a quantifier. */
  static Term variable(String name) {
    return made(name + "!" + fresh++, List.of(), INT, true);
  }

  /** The next names are those that were the first. */
  static void restart() {
    fresh = 0;
  }

  static Term of(long number) {
    return made(Long.toString(number), List.of(), INT, false);
  }

  static Term of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  boolean isNumber() {
    return args.isEmpty() && (Character.isDigit(op.charAt(0)) || op.charAt(0) == '-');
  }

  boolean isTrue() {
    return equals(TRUE);
  }

  boolean isFalse() {
    return equals(FALSE);
  }

  /** A name that somebody has to declare. */
  boolean isName() {
    return args.isEmpty() && op.contains("!");
  }

  boolean isQuantifier() {
    return op.equals("forall") || op.equals("exists");
  }

  Term last() {
    return args.get(args.size() - 1);
  }

  static Term and(List<Term> parts) {
    List<Term> open = new ArrayList<>();
    for (Term part : parts) {
      if (part.isFalse() || open.contains(not(part))) {
        return FALSE;
      }
      if (!part.isTrue() && !open.contains(part)) {
        open.add(part);
      }
    }
    if (open.isEmpty()) {
      return TRUE;
    }
    return open.size() == 1 ? open.get(0) : of("and", BOOL, open.toArray(Term[]::new));
  }

  static Term and(Term... parts) {
    return and(List.of(parts));
  }

  static Term or(List<Term> parts) {
    List<Term> open = new ArrayList<>();
    for (Term part : parts) {
      if (part.isTrue()) {
        return TRUE;
      }
      if (!part.isFalse() && !open.contains(part)) {
        open.add(part);
      }
    }
    if (open.isEmpty()) {
      return FALSE;
    }
    return open.size() == 1 ? open.get(0) : of("or", BOOL, open.toArray(Term[]::new));
  }

  static Term or(Term... parts) {
    return or(List.of(parts));
  }

  static Term not(Term part) {
    if (part.isTrue() || part.isFalse()) {
      return of(part.isFalse());
    }
    if (part.op.equals("exists")) {
      return forall(part.args.subList(0, part.args.size() - 1), not(part.last()));
    }
    return part.op.equals("not") ? part.args.get(0) : of("not", BOOL, part);
  }

  static Term implies(Term premise, Term conclusion) {
    if (conclusion.isFalse()) {
      return not(premise);
    }
    if (premise.isFalse() || conclusion.isTrue()) {
      return TRUE;
    }
    return premise.isTrue() ? conclusion : of("=>", BOOL, premise, conclusion);
  }

  static Term equal(Term one, Term other) {
    if (one.equals(other)) {
      return TRUE;
    }
    if (one.isNumber() && other.isNumber()) {
      return FALSE;
    }
    if (one.sort.equals(BOOL)) {
      if (one.isTrue() || one.isFalse()) {
        return one.isTrue() ? other : not(other);
      }
      if (other.isTrue() || other.isFalse()) {
        return other.isTrue() ? one : not(one);
      }
    }
    return one.compareTo(other) < 0 ? of("=", BOOL, one, other) : of("=", BOOL, other, one);
  }

  static Term less(Term one, Term other) {
    return atLeast(other, sum(one, of(1), 1));
  }

  /** Whether one is at least the other. */
  static Term atLeast(Term one, Term other) {
    Term difference = sum(one, other, -1);
    return difference.isNumber()
        ? of(Long.parseLong(difference.op) >= 0)
        : of(">=", BOOL, difference, of(0));
  }

  static Term choice(Term condition, Term yes, Term no) {
    if (condition.isTrue() || yes.equals(no)) {
      return yes;
    }
    if (condition.isFalse()) {
      return no;
    }
    if (yes.sort.equals(BOOL) && (yes.isTrue() || yes.isFalse() || no.isTrue() || no.isFalse())) {
      return and(implies(condition, yes), or(condition, no));
    }
    return of("ite", yes.sort, condition, yes, no);
  }

  static Term select(Term array, Term index) {
    Term from = array;
    while (from.op.equals(STORE)) {
      Term same = equal(from.args.get(1), index);
      if (same.isTrue()) {
        return from.args.get(2);
      }
      Term value = from.args.get(2);
      if (!same.isFalse() && index.isOpen && (value.isTrue() || value.isFalse())) {
        return choice(same, value, select(from.args.get(0), index)); // that a solver looks there
      }
      if (!same.isFalse()) {
        break;
      }
      from = from.args.get(0);
    }
    if (from.op.startsWith("(as const")) {
      return from.args.get(0);
    }
    return of(SELECT, elementSort(array.sort), from, index);
  }

  static Term store(Term array, Term index, Term value) {
    if (value.equals(select(array, index))) {
      return array;
    }
    Term from =
        array.op.equals(STORE) && array.args.get(1).equals(index) ? array.args.get(0) : array;
    return of(STORE, array.sort, from, index, value);
  }

  /** The array that has this value everywhere. */
  static Term everywhere(Term value) {
    String sort = arrayOf(value.sort);
    return of("(as const " + sort + ")", sort, value);
  }

  static Term sum(Term one, Term other, int times) {
    Map<Term, Long> parts = new TreeMap<>();
    addTo(parts, one, 1);
    addTo(parts, other, times);
    List<Term> terms = new ArrayList<>();
    long constant = 0;
    for (Map.Entry<Term, Long> part : parts.entrySet()) {
      if (part.getKey().isNumber()) {
        constant += part.getValue();
      } else if (part.getValue() == 1) {
        terms.add(part.getKey());
      } else if (part.getValue() != 0) {
        terms.add(of("*", INT, of(part.getValue()), part.getKey()));
      }
    }
    if (constant != 0 || terms.isEmpty()) {
      terms.add(of(constant));
    }
    return terms.size() == 1 ? terms.get(0) : of(PLUS, INT, terms.toArray(Term[]::new));
  }

  private static void addTo(Map<Term, Long> parts, Term term, long times) {
    if (term.op.equals(PLUS)) {
      term.args.forEach(part -> addTo(parts, part, times));
    } else if (term.op.equals("*")) {
      addTo(parts, term.args.get(1), times * Long.parseLong(term.args.get(0).op));
    } else if (term.isNumber()) {
      parts.merge(of(1), times * Long.parseLong(term.op), Long::sum);
    } else {
      parts.merge(term, times, Long::sum);
    }
  }

  static Term forall(List<Term> variables, Term body) {
    return body.isTrue() || body.isFalse() ? body : quantified("forall", variables, body);
  }

  /** The same, where a solver is told for which values to look at it. */
  static Term forall(Term variable, List<Term> triggers, Term body) {
    Term all = forall(List.of(variable), body);
    TRIGGERS.put(all, triggers.stream().map(t -> t.with(variable, all.args.get(0))).toList());
    return all;
  }

  /** None where the solver is to find them. */
  List<Term> triggers() {
    return TRIGGERS.getOrDefault(this, List.of());
  }

  static Term exists(List<Term> variables, Term body) {
    return body.isTrue() || body.isFalse() ? body : quantified("exists", variables, body);
  }

  /** Its variables are named by its depth, so that what differs in their names alone is equal. */
  private static Term quantified(String op, List<Term> variables, Term body) {
    List<Term> args = new ArrayList<>();
    Term said = body;
    for (int i = 0; i < variables.size(); i++) {
      Term named = made("x" + body.depth + "." + i + "!", List.of(), INT, true);
      said = said.with(variables.get(i), named);
      args.add(named);
    }
    args.add(said);
    Term closed = made(op, args, BOOL, false);
    return made(op, args, BOOL, closed.isOpenBut(List.of()));
  }

  private boolean isOpenBut(List<Term> bound) {
    if (!isOpen && !isQuantifier()) {
      return false;
    }
    if (args.isEmpty()) {
      return !bound.contains(this);
    }
    if (!isQuantifier()) {
      return args.stream().anyMatch(part -> part.isOpenBut(bound));
    }
    List<Term> more = new ArrayList<>(bound);
    more.addAll(args.subList(0, args.size() - 1));
    return last().isOpenBut(more);
  }

  /** The term with another one in the place of a name that no quantifier in it gives. */
  Term with(Term name, Term term) {
    return with(name, term, new HashMap<>());
  }

  private Term with(Term name, Term term, Map<Term, Term> changed) {
    if (equals(name)) {
      return term;
    }
    if (args.isEmpty() || (name.isOpen && !isOpen) || (isQuantifier() && args.contains(name))) {
      return this;
    }
    Term known = changed.get(this);
    if (known == null) {
      known = rebuilt(args.stream().map(a -> a.with(name, term, changed)).toList());
      changed.put(this, known);
    }
    return known;
  }

  /** The same operator of other arguments, simplified. */
  Term rebuilt(List<Term> parts) {
    if (parts.equals(args)) {
      return this;
    }
    return switch (op) {
      case "and" -> and(parts);
      case "or" -> or(parts);
      case "not" -> not(parts.get(0));
      case "=>" -> implies(parts.get(0), parts.get(1));
      case "=" -> equal(parts.get(0), parts.get(1));
      case ">=" -> atLeast(parts.get(0), parts.get(1));
      case "ite" -> choice(parts.get(0), parts.get(1), parts.get(2));
      case SELECT -> select(parts.get(0), parts.get(1));
      case STORE -> store(parts.get(0), parts.get(1), parts.get(2));
      case PLUS -> parts.stream().reduce(of(0), (one, other) -> sum(one, other, 1));
      case "*" -> sum(of(0), parts.get(1), Integer.parseInt(parts.get(0).op));
      case "forall" -> forall(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
      case "exists" -> exists(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
      default -> of(op, sort, parts.toArray(Term[]::new));
    };
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Their parts are one object where they are equal. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Term term)
        || term.hash != hash
        || term.isOpen != isOpen
        || !term.op.equals(op)
        || !term.sort.equals(sort)
        || term.args.size() != args.size()) {
      return false;
    }
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i) != term.args.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Term other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    if (args.isEmpty()) {
      return op.startsWith("-") ? "(- " + op.substring(1) + ")" : op;
    }
    StringBuilder text = new StringBuilder("(").append(op).append(' ');
    if (isQuantifier()) {
      text.append('(');
      args.subList(0, args.size() - 1).forEach(v -> text.append('(').append(v.op).append(" Int)"));
      return text.append(") ").append(last()).append(')').toString();
    }
    args.forEach(part -> text.append(part).append(' '));
    text.setCharAt(text.length() - 1, ')');
    return text.toString();
  }
}
