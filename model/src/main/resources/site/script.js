/*
 * The notation of scripts, read as bindcheck reads it. NOTATION has the calls, their parameters and
 * the names of numbers, as the program has them.
 */
const SCRIPT = (() => {
  const MAIN = "main";
  const TOKEN = /\s+|#.*|([-+]?[0-9]\w*|\w+|.)/gu;
  const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
  const DECIMAL = /^[-+]?[0-9]{1,39}$/;
  const HEX = /^0[xX][0-9a-fA-F]{1,38}$/;
  const RESERVED = new Set(["INVALID", "NULL"]);
  const ops = new Map(NOTATION.ops.map(op => [op.name, op]));
  const statusOf = new Map(Object.entries(NOTATION.statuses).map(([name, code]) => [code, name]));

  class Malformed extends Error {
    constructor(expected, found) { super("expected " + expected + ", found " + found); }
  }
  const quote = token => token === "" ? "the end of the line" : "'" + token + "'";

  /** What a 64-bit value is to the specification: a bigint, and 0 for zero. */
  const value = bits => bits === 0n ? 0 : BigInt.asIntN(64, bits);
  const unsigned = token => BigInt.asUintN(64, BigInt(token)).toString();
  const signed = token => BigInt.asIntN(64, BigInt(token)).toString();

  function tokens(line) {
    const all = [...line.matchAll(TOKEN)].map(match => match[1]).filter(token => token !== undefined);
    let next = 0;
    return {
      get atEnd() { return next === all.length; },
      take: () => all[next++] ?? "",
      accept(token) {
        const there = all[next] === token;
        if (there) next++;
        return there;
      },
      expect(token, what) {
        if (!this.accept(token)) throw new Malformed(what, quote(this.take()));
      },
      isFollowedBy: token => all[next + 1] === token,
    };
  }

  function number(word, kind) {
    const isHex = HEX.test(word);
    if (!isHex && !DECIMAL.test(word)) return undefined;
    const n = word[0] === "+" ? BigInt(word.slice(1)) : BigInt(word);
    const [least, most] = NOTATION.ranges[kind].map(BigInt);
    return least <= n && n <= most ? n : undefined;
  }

  const constants = (op, kind) => NOTATION.constants[op.name]?.[kind] ?? {};

  /** The names of the bits that are set. */
  function bits(op, kind, mask) {
    const names = [];
    for (const [name, text] of Object.entries(constants(op, kind))) {
      const bit = BigInt(text);
      if (bit !== 0n && (bit & (bit - 1n)) === 0n && (mask & bit) !== 0n) {
        names.push(name);
        mask &= ~bit;
      }
    }
    for (let n = 0; mask !== 0n; n++, mask >>= 1n) if (mask & 1n) names.push("BIT" + n);
    return TLA.set(...names);
  }

  function deadline(time) {
    if (time <= 0n) return "PAST";
    return time === BigInt(NOTATION.infinite) ? "INFINITE" : "FINITE";
  }

  function wanted(op, parameter) {
    const names = Object.keys(constants(op, parameter.kind)).join(", ");
    if (parameter.kind === "HANDLE") {
      return parameter.name + " to be the name of a handle, its value as 0x2a, or INVALID";
    }
    const range = parameter.name + " to be a number from "
        + NOTATION.ranges[parameter.kind].join(" to ");
    return names ? range + ", or of " + names : range;
  }

  /** An argument as the specification takes it; a handle is {name}, or 0. */
  function argument(op, parameter, written, scope) {
    const {kind} = parameter;
    const isBits = kind === "OPTIONS" || kind === "RIGHTS";
    const bad = () => new Malformed(wanted(op, parameter), quote(text(written)));
    if (written.isList || (written.words.length > 1 && !isBits)) throw bad();
    if (kind === "HANDLE") {
      const [word] = written.words;
      if (word === "INVALID" || (HEX.test(word) && number(word, "HANDLE") !== undefined)) return 0;
      if (!IDENTIFIER.test(word) || RESERVED.has(word)) throw bad();
      if (!scope.handles.has(word)) {
        throw new Malformed(parameter.name + " to be a handle that an earlier line assigns ("
            + ([...scope.handles].sort().join(", ") || "none yet") + ")", quote(word));
      }
      return {name: word};
    }
    let all = 0n;
    for (const word of written.words) {
      const constant = constants(op, kind)[word];
      const one = constant === undefined ? number(word, kind) : BigInt(constant);
      if (one === undefined) throw bad();
      all |= one;
    }
    if (isBits) return bits(op, kind, all);
    return kind === "TIME" ? deadline(all) : value(all);
  }

  function text(written) {
    const words = written.words.join(written.isList ? ", " : "|");
    return (written.name ? written.name + "=" : "") + (written.isList ? "[" + words + "]" : words);
  }

  function words(line, between) {
    const all = [];
    do {
      const word = line.take();
      if (!/^[-+]?\w+$/.test(word)) throw new Malformed("an argument", quote(word));
      all.push(word);
    } while (line.accept(between));
    return all;
  }

  function written(line) {
    const all = [];
    if (line.accept(")")) return all;
    do {
      let name = "";
      if (line.isFollowedBy("=")) {
        [name] = words(line, " ");
        line.accept("=");
      }
      const isList = line.accept("[");
      all.push({name, isList, words: words(line, isList ? "," : "|")});
      if (isList) line.expect("]", "',' or ']'");
    } while (line.accept(","));
    line.expect(")", "',' or ')'");
    return all;
  }

  /** All of a packet that a kernel passes on unseen, as one value: see {@link packet}. */
  function payload(first, named) {
    const all = (first.isList ? first.words : [first.words[0], "0", "0", "0"])
        .map(word => number(word, "U64"));
    if (all.length !== 4 || all.includes(undefined) || first.words.length > (first.isList ? 4 : 1)) {
      throw new Malformed("payload to be a number of 64 bits, or four of them in brackets",
          quote(text(first)));
    }
    let status = "OK";
    const seen = new Set();
    for (const one of named) {
      if (!["status", "type"].includes(one.name) || seen.has(one.name)) {
        throw new Malformed("after the payload at most status=STATUS and type=TYPE, once each",
            quote(text(one)));
      }
      seen.add(one.name);
      const word = one.isList || one.words.length > 1 ? "" : one.words[0];
      if (one.name === "status") {
        const code = NOTATION.statuses[word] ?? number(word, "I32");
        if (code === undefined) throw new Malformed("the name or the number of a status", quote(word));
        status = statusOf.get(Number(code)) ?? String(code);
      } else if (!["INTERRUPT", "USER"].includes(word) && number(word, "U32") === undefined) {
        throw new Malformed("type to be INTERRUPT, USER or a number of 32 bits", quote(word));
      }
    }
    if (status === "OK" && all.slice(1).every(word => word === 0n)) return value(all[0]);
    const isOne = all.slice(1).every(word => word === 0n);
    return JSON.stringify([status, isOne ? unsigned(all[0]) : "[" + all.map(unsigned).join(", ") + "]"]);
  }

  function callOf(op, all, scope) {
    const placed = all.slice(0, all.findIndex(one => one.name) < 0 ? all.length
        : all.findIndex(one => one.name));
    const named = all.slice(placed.length);
    const last = placed[placed.length - 1];
    const isNull = op.pointer && placed.length > 0 && !last.isList && last.words.length === 1
        && last.words[0] === "NULL";
    const parameters = isNull && op.packet ? op.parameters.slice(0, 1) : op.parameters;
    const given = placed.slice(0, placed.length - (isNull ? 1 : 0));
    if (given.length !== parameters.length) {
      throw new Malformed(parameters.length + (parameters.length === 1 ? " argument" : " arguments")
          + (isNull ? " before NULL" : "") + " as in " + op.name + "("
          + parameters.map(p => p.name).join(", ") + ")", String(given.length));
    }
    const args = {};
    parameters.forEach((parameter, n) => {
      const isPayload = op.packet && parameter.name === "payload";
      args[parameter.name] = isPayload ? payload(given[n], named)
          : argument(op, parameter, given[n], scope);
    });
    if (named.length > 0 && (!op.packet || isNull)) {
      throw new Malformed("no more arguments to " + op.name, quote(text(named[0])));
    }
    for (const {name} of op.parameters) args[name] ??= 0;
    if (op.pointer) args.null = isNull;
    return args;
  }

  function lineOf(line, scope) {
    let thread;
    if (line.isFollowedBy(":")) {
      thread = line.take();
      if (!IDENTIFIER.test(thread)) throw new Malformed("the name of a thread", quote(thread));
      line.accept(":");
    }
    if (line.accept("expire")) {
      if (thread !== undefined) throw new Malformed("a call by " + thread, "'expire', which no thread calls");
      line.expect("(", "'(' after expire");
      thread = line.take();
      if (!IDENTIFIER.test(thread)) throw new Malformed("the name of a thread", quote(thread));
      line.expect(")", "')'");
      if (!line.atEnd) throw new Malformed("the end of the line", quote(line.take()));
      if (!scope.latest.has(thread)) throw new Malformed("a thread that has made a call", quote(thread));
      if (scope.latest.get(thread) !== "FINITE") {
        throw new Malformed("a thread with a finite deadline in progress", thread);
      }
      scope.latest.set(thread, "expire");
      return {thread, op: "expire"};
    }
    thread ??= MAIN;
    let name;
    if (line.isFollowedBy("=")) {
      name = line.take();
      if (!IDENTIFIER.test(name) || RESERVED.has(name)) throw new Malformed("a name for the handle", quote(name));
      line.accept("=");
    }
    const word = line.take();
    const op = ops.get(word);
    if (!op) {
      const plain = word.replace(/^zx_/, "");
      throw new Malformed("a call", quote(word) + (ops.has(plain) ? ": here it is " + plain : ", none of " + [...ops.keys()].join(", ")));
    }
    line.expect("(", "'(' after " + op.name);
    const args = callOf(op, written(line), scope);
    if (!line.atEnd) throw new Malformed("the end of the line", quote(line.take()));
    if (name !== undefined && !(op.makes && !args.null)) {
      throw new Malformed("no name before " + op.name + ", which returns no handle", "'" + name + " ='");
    }
    if (name !== undefined) scope.handles.add(name);
    scope.latest.set(thread, args.deadline ?? op.name);
    return {thread, op: op.name, args, name, makes: op.makes && !args.null};
  }

  /** A comment that begins so says which of several observations the script goes on from. */
  const FOLLOW = /#\s*=>\s*(.*?)\s*$/u;

  /** The lines of a script; with {error: {line, message}} where one cannot be read. */
  function parse(script) {
    const scope = {handles: new Set(), latest: new Map()};
    const lines = [];
    const texts = script.split(/\r\n|\r|\n/);
    for (let n = 0; n < texts.length; n++) {
      const line = tokens(texts[n]);
      if (line.atEnd) continue;
      try {
        lines.push({number: n + 1, text: texts[n].replace(/#.*/u, "").trim(),
          follow: FOLLOW.exec(texts[n])?.[1], ...lineOf(line, scope)});
      } catch (wrong) {
        if (!(wrong instanceof Malformed)) throw wrong;
        return {lines, error: {line: n + 1, message: wrong.message}};
      }
    }
    return {lines};
  }

  /** What port_wait gave, as bindcheck prints it. */
  function packet(record) {
    const type = TLA.apply(record, "type");
    const key = unsigned(TLA.apply(record, "key"));
    if (type === "INTERRUPT") {
      return `packet(INTERRUPT, key=${key}, timestamp=${signed(TLA.apply(record, "timestamp"))})`;
    }
    const told = TLA.apply(record, "payload");
    const [status, words] = typeof told === "string" ? JSON.parse(told) : ["OK", unsigned(told)];
    return `packet(${type}, key=${key}${status === "OK" ? "" : ", status=" + status}, payload=${words})`;
  }

  /** A reply of the specification, as bindcheck prints it. */
  function reply(record) {
    const status = TLA.apply(record, "status");
    if (TLA.has(record, "timestamp")) {
      return `${status} timestamp(${signed(TLA.apply(record, "timestamp"))})`;
    }
    return TLA.has(record, "packet") ? status + " " + packet(TLA.apply(record, "packet")) : status;
  }

  return {parse, reply, signed, unsigned, ops, MAIN};
})();
