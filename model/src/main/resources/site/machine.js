/*
 * What the specification allows, found by search: threads make calls one after the other, and after
 * each the calls in progress come to rest in any order of their steps. What a step is, is SPEC's to
 * say: functions that were translated from the TLA+ text. Nothing here knows a call.
 */
const MACHINE = (() => {
  const T = TLA;
  const NO_CALLS = new Map();

  /** Equal values are one object, so that what is known of one is known of all. */
  const known = new Map();
  function one(value) {
    const key = T.key(value);
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, value);
    value.number = known.size;
    return value;
  }

  /** A state: a kernel, the calls in progress by thread, and the alternatives still open. */
  function stateOf(kernel, calls, variant) {
    const self = {kernel: one(kernel), calls, variant: one(variant)};
    self.key = self.kernel.number + "|" + self.variant.number + "|"
        + [...calls].map(([thread, call]) => thread + call.number).sort().join("|");
    return self;
  }

  const initial = variant => stateOf(SPEC.EmptyKernel(), NO_CALLS, T.apply(SPEC.Variants(), variant));
  const isDone = call => T.apply(call, "at") === "done";

  function withCall(calls, thread, call) {
    const changed = new Map(calls);
    if (call === null) changed.delete(thread); else changed.set(thread, one(call));
    return changed;
  }

  const held = calls => T.UNION(T.set(...[...calls.values()].map(SPEC.Held)));

  const collected = new Map();
  function collect(variant, kernel, calls) {
    const objects = one(held(calls));
    const at = one(variant).number + "|" + one(kernel).number + "|" + objects.number;
    let rest = collected.get(at);
    if (rest === undefined) collected.set(at, rest = one(SPEC.Collect(variant, kernel, objects)));
    return rest;
  }

  /** What a thread's call may do next: the results, in the same order each time. */
  const stepped = new Map();
  function steps(state, thread, call) {
    const at = state.variant.number + "|" + state.kernel.number + "|" + thread + "|" + call.number;
    let results = stepped.get(at);
    if (results === undefined) {
      results = T.values(SPEC.Steps(state.variant, state.kernel, thread, call))
          .sort((a, b) => T.key(a) < T.key(b) ? -1 : 1);
      stepped.set(at, results);
    }
    return results;
  }

  /** The steps that may be taken in a state: [{thread, to, by}]. */
  function moves(from) {
    const all = [];
    for (const [thread, call] of from.calls) {
      for (const result of steps(from, thread, call)) {
        const by = T.apply(result, "by");
        const calls = withCall(from.calls, thread, T.apply(result, "call"));
        const kernel = collect(from.variant, T.apply(result, "kernel"), calls);
        all.push({thread, to: stateOf(kernel, calls, SPEC.Narrow(from.variant, by)), by: T.values(by)});
      }
    }
    return all;
  }

  /** The state once the thread has made its call, or its deadline has passed; null: it cannot be. */
  function apply(from, line, handleOf, out) {
    const call = from.calls.get(line.thread);
    if (line.op === "expire") {
      return call && SPEC.Expirable(call)
          ? stateOf(from.kernel, withCall(from.calls, line.thread, SPEC.Expire(call)), from.variant) : null;
    }
    if (call) return null;
    const fields = Object.entries(line.args).map(
        ([name, value]) => [name, value?.name === undefined ? value : handleOf(value.name)]);
    if (SCRIPT.ops.get(line.op).makes) fields.push(["out", out]);
    const begun = SPEC.Begin(line.op, T.record(...fields));
    return stateOf(from.kernel, withCall(from.calls, line.thread, begun), from.variant);
  }

  /** A state at rest, what was seen on the way, and the ids of its first path. */
  function atRest(rest, by) {
    const replies = new Map();
    let calls = rest.calls;
    for (const [thread, call] of rest.calls) {
      if (isDone(call)) {
        replies.set(thread, T.apply(call, "reply"));
        calls = withCall(calls, thread, null);
      }
    }
    return {state: stateOf(collect(rest.variant, rest.kernel, calls), calls, rest.variant), replies, by};
  }

  /** More than this a reader would not wait for. */
  const MOST_STATES = 50_000;
  class TooMany extends Error {}
  /** A program whose calls cannot be made so. */
  class Unmakable extends Error {}

  /** Every way in which the calls in progress may come to rest. */
  const settled = new Map();
  function settle(start) {
    let outcomes = settled.get(start.key);
    if (outcomes !== undefined) return outcomes;
    outcomes = [];
    const reached = new Map([[start.key, new Set()]]);
    const open = [start];
    for (let n = 0; n < open.length; n++) {
      const next = moves(open[n]);
      const by = reached.get(open[n].key);
      if (next.length === 0) outcomes.push(atRest(open[n], by));
      for (const move of next) {
        if (!reached.has(move.to.key)) {
          if (reached.size > MOST_STATES) throw new TooMany();
          reached.set(move.to.key, new Set([...by, ...move.by]));
          open.push(move.to);
        }
      }
    }
    settled.set(start.key, outcomes);
    return outcomes;
  }

  /** What is seen at rest: the replies, by thread, and who is blocked. */
  function seenOf(outcome) {
    return {
      replies: new Map([...outcome.replies].sort(([a], [b]) => a < b ? -1 : 1)),
      blocked: [...outcome.state.calls.keys()].sort(),
    };
  }

  /** As bindcheck prints it: {@code main: OK; blocked: T1}. */
  function textOf({replies, blocked}) {
    const parts = [...replies].map(([thread, reply]) => thread + ": " + SCRIPT.reply(reply));
    if (blocked.length > 0) parts.push("blocked: " + blocked.join(", "));
    return parts.join("; ") || "nothing";
  }

  const isLive = (state, handle) => T.has(T.apply(state.kernel, "handles"), handle);

  /** More than the handles that a script names. */
  const APART = 1_000_000;

  /**
   * A script as it is played: the states that are possible, and the numbers of its handles. Never
   * changed; {@code play} gives the next.
   */
  class Session {
    static of(variant) { return new Session([initial(variant)], new Map(), new Map(), 0); }

    constructor(states, numbers, current, unnamed) {
      Object.assign(this, {states, numbers, current, unnamed});
    }

    number(name) { return this.current.get(name) ?? 0; }

    name(handle) {
      for (const [name, number] of this.current) if (number === handle) return name;
      return "handle " + handle;
    }

    /** Whether the line can be made in some state that is possible. */
    mayMake(line) { return this.states.some(state => apply(state, line, () => 0, 0) !== null); }

    /**
     * Plays a line: [{text, seen, by, next}], one for each observation that is allowed, with the session
     * that goes on from it. Empty where the line cannot be made.
     */
    play(line) {
      const numbers = new Map(this.numbers);
      const current = new Map(this.current);
      let out = 0, unnamed = this.unnamed;
      if (line.makes) {
        const name = line.name ?? "#" + unnamed++;
        if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
        out = numbers.get(name);
        while (this.states.some(state => isLive(state, out))) out += APART;
        current.set(name, out);
      }
      const groups = new Map();
      for (const state of this.states) {
        const started = apply(state, line, name => this.number(name), out);
        for (const outcome of started === null ? [] : settle(started)) {
          const seen = seenOf(outcome);
          const text = textOf(seen);
          if (!groups.has(text)) groups.set(text, {seen, states: new Map(), by: new Set()});
          const group = groups.get(text);
          group.states.set(outcome.state.key, outcome.state);
          outcome.by.forEach(id => group.by.add(id));
        }
      }
      return [...groups].map(([text, {seen, states, by}]) => ({
        text,
        seen,
        by: [...by].sort(),
        next: new Session([...states.values()], numbers, current, unnamed),
      })).sort((a, b) => a.text < b.text ? -1 : 1);
    }

    /** Goes on with all that may be observed. */
    static union(allowed) {
      const states = new Map();
      allowed.forEach(one => one.next.states.forEach(state => states.set(state.key, state)));
      const {numbers, current, unnamed} = allowed[0].next;
      return new Session([...states.values()], numbers, current, unnamed);
    }
  }

  /**
   * What a variant allows at each line, whatever of what is allowed was observed before; or, after
   * a line that says what was, if that was observed: {steps: [{line, allowed, session}], error}.
   */
  function explain(variant, lines) {
    let session = Session.of(variant);
    const steps = [];
    for (const line of lines) {
      const stop = message => ({steps, error: {line: line.number, message}});
      if (!session.mayMake(line)) {
        return stop(line.op === "expire"
            ? "expected a thread that waits with a finite deadline, found " + line.thread
            : "expected an idle thread, but " + line.thread + " is blocked here");
      }
      const allowed = session.play(line);
      const followed = line.follow === undefined ? allowed : allowed.filter(one => one.text === line.follow);
      session = Session.union(followed.length ? followed : allowed);
      steps.push({line, allowed, session});
      if (followed.length === 0) return stop("does not allow what the script goes on from");
    }
    return {steps};
  }

  /**
   * All that may become of a program whose threads make their calls at once, each outcome with one
   * shortest way to it: Map outcome -> [{thread, line, to}], the states after the set-up first.
   *
   * @param setup lines of a script
   * @param threads thread -> its lines
   */
  function outcomes(variant, setup, threads) {
    const numbers = new Map([...setup, ...[...threads.values()].flat()]
        .filter(line => line.makes).map((line, n) => [line, n + 1]));
    function meaning(thread, name, replies) {
      const own = thread === null ? -1 : threads.get(thread).findIndex(line => line.name === name);
      if (own >= 0) return T.apply(replies[own], "status") === "OK" ? numbers.get(threads.get(thread)[own]) : 0;
      const made = setup.find(line => line.name === name);
      if (made === undefined) throw new Unmakable(`expected ${name} to be made by the set-up, or by its own thread`);
      return numbers.get(made);
    }
    let states = [initial(variant)];
    for (const line of setup) {
      const outcomes = states.flatMap(
          from => settle(apply(from, line, name => meaning(null, name), numbers.get(line))));
      if (outcomes.some(({replies}) => replies.size === 0 || T.apply(replies.get(line.thread), "status") !== "OK")) {
        throw new Unmakable(`Line ${line.number}: expected a set-up that answers OK`);
      }
      states = outcomes.map(outcome => outcome.state);
    }
    const names = [...threads.keys()];

    /** A node is a state, the replies that each thread has seen, and how it was reached. */
    function node(state, replies, before, thread, line) {
      const seen = names.map(name => replies.get(name).map(T.key).join(",")).join("|");
      return {state, replies, key: state.key + "#" + seen, before, thread, line};
    }
    function begun(state, replies, name) {
      const line = threads.get(name)[replies.get(name).length];
      if (line === undefined) return state;
      return apply(state, line, handle => meaning(name, handle, replies.get(name)), numbers.get(line));
    }
    const reached = new Set();
    const open = [];
    function add(node) {
      if (reached.has(node.key)) return;
      if (reached.size >= MOST_STATES) throw new TooMany();
      reached.add(node.key);
      open.push(node);
    }
    for (const state of states) {
      const none = new Map(names.map(name => [name, []]));
      add(node(names.reduce((at, name) => begun(at, none, name), state), none, null));
    }
    const found = new Map();
    for (let n = 0; n < open.length; n++) {
      const at = open[n];
      let rests = true;
      for (const {thread, to} of moves(at.state)) {
        rests = false;
        const line = threads.get(thread)[at.replies.get(thread).length];
        const call = to.calls.get(thread);
        let state = to, replies = at.replies;
        if (isDone(call)) {
          replies = new Map(replies).set(thread, [...replies.get(thread), T.apply(call, "reply")]);
          const calls = withCall(to.calls, thread, null);
          state = begun(stateOf(collect(to.variant, to.kernel, calls), calls, to.variant), replies, thread);
        }
        add({...node(state, replies, at, thread, line), shown: to});
      }
      for (const name of names) {
        const call = at.state.calls.get(name);
        if (call !== undefined && SPEC.Expirable(call)) {
          rests = false;
          const late = stateOf(at.state.kernel, withCall(at.state.calls, name, SPEC.Expire(call)), at.state.variant);
          add({...node(late, at.replies, at, name, null), shown: late});
        }
      }
      if (rests) {
        const text = names.map(name => {
          const parts = at.replies.get(name).map(SCRIPT.reply);
          if (parts.length < threads.get(name).length) parts.push("blocked");
          return name + ": " + parts.join(", ");
        }).join(" || ");
        if (!found.has(text)) found.set(text, at);
      }
    }
    const nameOf = new Map([...numbers].filter(([line]) => line.name).map(([line, number]) => [number, line.name]));
    return {
      names: {name: handle => nameOf.get(handle) ?? "handle " + handle},
      ways: new Map([...found].map(([text, last]) => [text, way(last)])),
    };
  }

  function way(last) {
    const steps = [];
    for (let at = last; at !== null; at = at.before) {
      steps.unshift({thread: at.thread, line: at.line, state: at.shown ?? at.state});
    }
    return steps;
  }

  return {explain, outcomes, Session, TooMany, Unmakable};
})();
