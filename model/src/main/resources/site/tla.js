/*
 * The values of TLA+ and what its standard modules define, as far as the specification uses them.
 * Numbers, strings and booleans are JavaScript's. A number that stands for a 64-bit value may be
 * any value that is equal to itself alone, such as a bigint. Sets, and functions (records and
 * sequences among them), are objects that are never changed.
 */
const TLA = (() => {
  /** A text that is equal for equal values and for no others. */
  function key(value) {
    switch (typeof value) {
      case "number": return String(value);
      case "string": return JSON.stringify(value);
      case "bigint": return value + "n";
      case "boolean": return value ? "T" : "F";
      default: return value.key();
    }
  }

  class TlaSet {
    constructor(items) { this.items = items; }
    key() {
      return this.text ??= "{" + [...this.items.keys()].sort().join(",") + "}";
    }
  }

  /** entries: the key of an argument -> [argument, value] */
  class Fcn {
    constructor(entries) { this.entries = entries; }
    key() {
      if (this.text === undefined) {
        const all = [];
        for (const [at, [, value]] of this.entries) all.push(at + ":" + key(value));
        this.text = "(" + all.sort().join(",") + ")";
      }
      return this.text;
    }
  }

  function fail(what) { throw new Error("the specification: " + what); }

  function setOf(values) {
    const items = new Map();
    for (const value of values) items.set(key(value), value);
    return new TlaSet(items);
  }
  function fcnOf(pairs) {
    const entries = new Map();
    for (const [at, value] of pairs) entries.set(key(at), [at, value]);
    return new Fcn(entries);
  }
  const sequence = values => fcnOf(values.map((value, n) => [n + 1, value]));

  /** The elements of a sequence, in order. */
  function elements(sequence) {
    const all = [];
    for (let n = 1; n <= sequence.entries.size; n++) all.push(apply(sequence, n));
    return all;
  }

  const equal = (a, b) => a === b || key(a) === key(b);

  function apply(fcn, at) {
    const entry = fcn.entries.get(key(at));
    return entry === undefined ? fail("no value at " + key(at) + " of " + key(fcn)) : entry[1];
  }

  const T = {
    key, apply, equal, elements,
    once(evaluate) {
      let done = false, value;
      return () => {
        if (!done) { value = evaluate(); done = true; }
        return value;
      };
    },
    /* A function of values as one of functions that give them. */
    strict: lazy => (...values) => lazy(...values.map(value => () => value)),
    noCase: () => fail("no case applies"),
    tuple: (...values) => sequence(values),
    set: (...values) => setOf(values),
    record: (...fields) => fcnOf(fields),
    each: (set, visit) => { for (const value of set.items.values()) visit(value); },
    values: set => [...set.items.values()],
    pairs: fcn => [...fcn.entries.values()],
    image(fill) {
      const values = [];
      fill(value => values.push(value));
      return setOf(values);
    },
    filter: (set, holds) => new TlaSet(new Map([...set.items].filter(([, value]) => holds(value)))),
    some: (set, holds) => [...set.items.values()].some(holds),
    every: (set, holds) => [...set.items.values()].every(holds),
    /* Whatever is chosen among several, it is the same each time. */
    choose(set, holds) {
      const found = [...set.items.keys()].sort().find(at => holds(set.items.get(at)));
      return found === undefined ? fail("nothing to choose") : set.items.get(found);
    },
    fcn: (set, value) => fcnOf([...set.items.values()].map(at => [at, value(at)])),
    except(fcn, path, change) {
      const [at, ...rest] = path;
      const old = apply(fcn, at);
      const entries = new Map(fcn.entries);
      entries.set(key(at), [at, rest.length ? T.except(old, rest, change) : change(old)]);
      return new Fcn(entries);
    },
    has: (fcn, at) => fcn.entries.has(key(at)),

    "=": equal,
    "/=": (a, b) => !equal(a, b),
    "\\in": (value, set) => set.items.has(key(value)),
    "\\notin": (value, set) => !set.items.has(key(value)),
    "\\union": (a, b) => new TlaSet(new Map([...a.items, ...b.items])),
    "\\intersect": (a, b) => T.filter(a, value => b.items.has(key(value))),
    "\\": (a, b) => T.filter(a, value => !b.items.has(key(value))),
    "\\subseteq": (a, b) => T.every(a, value => b.items.has(key(value))),
    "UNION": sets => new TlaSet(new Map([...sets.items.values()].flatMap(set => [...set.items]))),
    "DOMAIN": fcn => setOf([...fcn.entries.values()].map(([at]) => at)),
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "<": (a, b) => a < b,
    ">": (a, b) => a > b,
    "\\geq": (a, b) => a >= b,
    ".."(from, to) {
      const all = [];
      for (let n = from; n <= to; n++) all.push(n);
      return setOf(all);
    },
    "Len": sequence => sequence.entries.size,
    "Head": sequence => apply(sequence, 1),
    "Tail": all => sequence(elements(all).slice(1)),
    "Append": (all, last) => sequence([...elements(all), last]),
    "\\o": (a, b) => typeof a === "string" ? a + b : sequence([...elements(a), ...elements(b)]),
    "SelectSeq": (all, holds) => sequence(elements(all).filter(holds)),
    "Cardinality": set => set.items.size,
    ":>": (at, value) => fcnOf([[at, value]]),
    "@@": (a, b) => new Fcn(new Map([...b.entries, ...a.entries])),
  };
  return T;
})();
