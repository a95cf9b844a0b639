package bindcheck.proofs;

import bindcheck.tla.Expression;
import java.util.function.Supplier;

/** A value that is evaluated at most once, and when it is first asked for, as in TLC. */
final class Thunk {
  /** What it is, where it is an expression: one element of it may be asked for. */
  final Expression expression;

  final Names names;
  private Supplier<Sym> supplier;
  private Sym value;

  private Thunk(Expression expression, Names names, Supplier<Sym> supplier, Sym value) {
    this.expression = expression;
    this.names = names;
    this.supplier = supplier;
    this.value = value;
  }

  static Thunk of(Sym value) {
    return new Thunk(null, null, null, value);
  }

  static Thunk of(Supplier<Sym> supplier) {
    return new Thunk(null, null, supplier, null);
  }

  static Thunk of(Expression expression, Names names, Supplier<Sym> supplier) {
    return new Thunk(expression, names, supplier, null);
  }

  Sym value() {
    if (value == null) {
      value = supplier.get();
      supplier = null;
    }
    return value;
  }
}
