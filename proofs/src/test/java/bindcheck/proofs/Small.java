package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A way in kernels with few objects, handles, packets and threads that wait: what quantifiers say
 * there is said of each number, and a solver that is asked for a case finds one.
 */
final class Small {
  private final Way way;
  private final int few;
  private final Expansion expansion;

  /**
   * Nothing is asked yet.
   *
   * @param few the objects and handles that there may be, the packets of a queue, the threads that
   *     wait
   */
  Small(Way way, int few) {
    this.way = way;
    this.few = few;
    this.expansion =
        new Expansion(LongStream.rangeClosed(0, few).mapToObj(Term::of).toList(), Map.of());
  }

  /** What it says of few numbers. */
  Term of(Term condition) {
    return expansion.of(condition);
  }

  /** What is known of the way, and that not more than few are there before it. */
  List<Term> known() {
    return Stream.concat(bounds().stream(), way.known().stream().map(this::of)).toList();
  }

  private List<Term> bounds() {
    List<Term> bounds = new ArrayList<>();
    Sym.Fcn objects = (Sym.Fcn) way.kernel().field("objects");
    bounds.add(few(objects.domain()));
    bounds.add(few(((Sym.Fcn) way.kernel().field("handles")).domain()));
    bounds.add(few(way.past().field("closing")));
    bounds.add(few(way.past().field("left")));
    for (int o = 1; o <= few; o++) {
      Sym object = objects.at(Term.of(o));
      for (Thunk field : ((Sym.Rec) object).fields().values()) {
        if (field.value() instanceof Sym.Seq seq) {
          bounds.add(Term.equal(seq.from(), Term.of(0)));
          bounds.add(Term.atLeast(Term.of(few), seq.to()));
        }
      }
      bounds.add(few(object.field("waiters")));
    }
    return bounds;
  }

  private Term few(Sym set) {
    return few(((Sym.Many) set).array());
  }

  /** Nothing but the first few numbers is in the set. */
  private Term few(Term array) {
    Term within = Term.everywhere(Term.FALSE);
    for (int i = 1; i <= few; i++) {
      within = Term.store(within, Term.of(i), Term.select(array, Term.of(i)));
    }
    return Term.equal(array, within);
  }
}
