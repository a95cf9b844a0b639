/*
 * A script, and what each variant allows at each of its lines; the state after a line, drawn; and
 * the calls that may come next, each a button.
 */
const EXPLORE = (() => {
  const {h, code, badge, idLink, chips, copyButton} = DOM;
  const T = TLA;
  const ALL = CONTENTS.variants;
  const THREADS = [SCRIPT.MAIN, "T1", "T2", "T3"];
  const FIRST = [
    "p = port_create(BIND_TO_INTERRUPT)",
    "i = interrupt_create(INVALID, 0, VIRTUAL)",
    "interrupt_bind(i, p, 7, 0)",
    "T1: port_wait(p, INFINITE)",
    "interrupt_trigger(i, 0, 5)",
  ].join("\n");

  const textOf = new Map(CONTENTS.statements.map(one => [one.id, one.text]));
  const questionOf = new Map(CONTENTS.choices.map(one => [one.id, one.question]));
  const meaning = id => textOf.get(id) ?? questionOf.get(id.split("=")[0]) ?? "";

  /** What each variant says of the script: variant -> {steps, error}. */
  function explained(lines) {
    return new Map(ALL.map(name => {
      try {
        return [name, MACHINE.explain(name, lines)];
      } catch (wrong) {
        if (!(wrong instanceof MACHINE.TooMany)) throw wrong;
        return [name, {steps: [], error: {line: lines[0].number,
          message: "has more states here than a page looks at; bindcheck explain takes the time"}}];
      }
    }));
  }

  /** What may be observed at a line: text -> variant -> the ids that it rests on. */
  function observations(results, n) {
    const seen = new Map();
    for (const [variant, {steps}] of results) {
      for (const one of steps[n]?.allowed ?? []) {
        if (!seen.has(one.text)) seen.set(one.text, new Map());
        seen.get(one.text).set(variant, one.by);
      }
    }
    return seen;
  }

  /** Names of live handles by the type of what they refer to. */
  function handles(session) {
    const [state] = session.states;
    const types = {interrupt: [], port: [], any: []};
    for (const [name, number] of session.current) {
      if (!T.has(T.apply(state.kernel, "handles"), number)) continue;
      const object = T.apply(T.apply(T.apply(state.kernel, "handles"), number), "object");
      const type = T.apply(T.apply(T.apply(state.kernel, "objects"), object), "type");
      types.any.push(name);
      (types[type] ??= []).push(name);
    }
    return types;
  }
  /** What is offered for a parameter; anything else may be typed. */
  function offered(op, parameter, session, fresh, isAny) {
    const live = handles(session);
    switch (parameter.kind) {
      case "HANDLE":
        if (isAny) return ["INVALID", ...[...session.current.keys()].filter(name => name[0] !== "#")];
        return {inth: live.interrupt, porth: live.port, src_obj: ["INVALID"]}[parameter.name] ?? live.any;
      case "OPTIONS":
        return {interrupt_create: ["VIRTUAL"], port_create: ["BIND_TO_INTERRUPT", "0"],
          interrupt_bind: ["0", "UNBIND"]}[op.name] ?? ["0"];
      case "RIGHTS": return isAny ? ["SAME_RIGHTS", "NONE", "READ", "EXECUTE"] : ["SAME_RIGHTS"];
      case "TIME": return ["INFINITE", "FINITE", "PAST"];
      case "U32": return ["0"];
      default: return [fresh];
    }
  }

  /** The calls that are offered next: [{op, line}]. */
  function next(lines, session, chosen, isAny) {
    const numbers = lines.flatMap(line => line.text.match(/\b\d+\b/g) ?? []).map(Number);
    const fresh = String(Math.max(0, ...numbers.filter(n => n < 1000)) + 1);
    const blocked = new Set(session.states.flatMap(state => [...state.calls.keys()]));
    const idle = THREADS.filter(name => !blocked.has(name));
    const calls = [];
    for (const op of NOTATION.ops) {
      let all = [[]];
      for (const parameter of op.parameters) {
        const words = offered(op, parameter, session, fresh, isAny);
        all = all.flatMap(before => words.map(word => [...before, word]));
      }
      for (const words of all) {
        const thread = chosen !== "any" ? chosen
            : op.mayBlock && !words.includes("PAST") ? idle.find(name => name !== SCRIPT.MAIN) : idle[0];
        if (thread === undefined || blocked.has(thread)) continue;
        const by = thread === SCRIPT.MAIN ? "" : thread + ": ";
        calls.push({op: op.name, line: by + (op.makes ? freshName(op.letter, session) + " = " : "")
            + op.name + "(" + words.join(", ") + ")"});
      }
    }
    for (const thread of blocked) calls.push({op: "expire", line: `expire(${thread})`});
    return calls.filter(call => {
      const parsed = SCRIPT.parse([...lines.map(line => line.text), call.line].join("\n"));
      return !parsed.error && session.mayMake(parsed.lines[parsed.lines.length - 1]);
    });
  }

  function freshName(letter, session) {
    for (let n = 1; ; n++) {
      const name = n === 1 ? letter : letter + n;
      if (!session.current.has(name)) return name;
    }
  }

  /**
   * The whole view.
   *
   * @param given {script, variant, line}; changed tells of {script, variant, line}
   */
  function view(given, changed = () => {}) {
    const now = {script: given.script ?? FIRST, variant: ALL.includes(given.variant) ? given.variant : "doc",
      line: Number(given.line) || 0, member: 0, thread: "any", isAny: false};
    const editor = h("textarea", {id: "script", spellcheck: "false", autocapitalize: "off", autocomplete: "off",
      "aria-describedby": "script-error", oninput: () => later()});
    editor.value = now.script;
    const error = h("p", {id: "script-error", class: "error", role: "status"});
    const lineList = h("ol", {class: "plain lines", "aria-label": "What is allowed at each line"});
    const side = h("div", {class: "sticky"});
    const calls = h("div", {});
    const tests = h("div", {});

    let timer;
    function later() {
      clearTimeout(timer);
      timer = setTimeout(() => { now.line = 0; show(); }, 200);
    }
    function edit(script) {
      editor.value = script;
      now.line = 0;
      now.member = 0;
      show();
    }
    function append(line) { edit(editor.value.replace(/\s+$/, "") + (editor.value.trim() ? "\n" : "") + line); }
    function follow(line, text) {
      const all = editor.value.split("\n");
      const plain = all[line.number - 1].replace(/\s*#.*$/, "");
      all[line.number - 1] = text === line.follow ? plain : plain + "  # => " + text;
      edit(all.join("\n"));
    }

    let parsed = {lines: []}, results = new Map();
    function show() {
      now.script = editor.value;
      parsed = SCRIPT.parse(now.script);
      error.textContent = parsed.error ? `Line ${parsed.error.line}: ${parsed.error.message}` : "";
      results = parsed.lines.length ? explained(parsed.lines) : new Map(ALL.map(name => [name, {steps: []}]));
      if (!parsed.lines.some(line => line.number === now.line)) {
        now.line = parsed.lines[parsed.lines.length - 1]?.number ?? 0;
      }
      showLines();
      showState();
      showCalls();
      showTests();
      changed({script: now.script, variant: now.variant, line: now.line});
    }

    function select(number) {
      now.line = number;
      now.member = 0;
      showLines();
      showState();
      changed({script: now.script, variant: now.variant, line: now.line});
    }

    function showLines() {
      lineList.replaceChildren(...parsed.lines.map((line, n) => {
        const stopped = [...results].filter(([, result]) => result.error?.line === line.number);
        return h("li", {class: line.number === now.line ? "selected" : ""},
            h("button", {type: "button", class: "line", "aria-pressed": String(line.number === now.line),
              onclick: () => select(line.number)},
            h("span", {class: "number"}, String(line.number)), " ", line.text),
            ...[...observations(results, n)].map(([text, by]) => observation(line, text, by)),
            ...stopped.map(([name, {error: {message}}]) =>
                h("p", {class: "seen note"}, badge(name, "variant"), " ", message)));
      }));
    }

    function observation(line, text, by) {
      const ids = [...new Set([...by.values()].flat())].sort();
      const isFollowed = line.follow === text;
      return h("details", {class: "seen"},
          h("summary", {}, code(text), " ", chips([...by.keys()], ALL), isFollowed ? badge("the script goes on from this", "on") : null),
          h("ul", {}, ...ids.map(id => h("li", {}, idLink(id), " ", meaning(id)))),
          h("button", {type: "button", onclick: () => follow(line, text)},
              isFollowed ? "Go on from all that is allowed" : "Go on from this alone"));
    }

    /** The session of the chosen variant after the chosen line. */
    function session() {
      const steps = results.get(now.variant).steps;
      const n = parsed.lines.findIndex(line => line.number === now.line);
      return n < 0 ? MACHINE.Session.of(now.variant) : steps[Math.min(n, steps.length - 1)]?.session
          ?? MACHINE.Session.of(now.variant);
    }

    function showState() {
      const at = session();
      const texts = new Map(results.get(now.variant).steps.map(step => step.line).filter(line => line.number <= now.line)
          .map(line => [line.thread, line.text.replace(/^\w+:\s*/, "")]));
      const pictures = [];
      at.states.forEach(state => {
        const picture = DRAW.state(state, at, texts);
        if (!pictures.some(other => other.innerHTML === picture.innerHTML)) pictures.push(picture);
      });
      const many = pictures.length;
      const member = Math.min(now.member, many - 1);
      side.replaceChildren(
          h("h3", {}, now.line ? "After line " + now.line : "Before the first line"),
          h("div", {class: "fields"}, h("label", {for: "variant"}, "As allowed by"),
              h("select", {id: "variant", onchange: event => { now.variant = event.target.value; now.member = 0; showState(); showCalls(); showTests();
                changed({script: now.script, variant: now.variant, line: now.line}); }},
              ...ALL.map(name => h("option", {value: name, selected: name === now.variant}, name))),
              many > 1 ? h("span", {class: "note", role: "status"}, `state ${member + 1} of ${many} that may be here`) : null,
              many > 1 ? h("button", {type: "button", onclick: () => { now.member = (member + 1) % many; showState(); }}, "Next state") : null),
          pictures[member]);
    }

    function lastSession() {
      const {steps} = results.get(now.variant);
      return steps[steps.length - 1]?.session ?? MACHINE.Session.of(now.variant);
    }

    function showCalls() {
      if (parsed.error) {
        calls.replaceChildren(h("p", {class: "note"}, "Once the script can be read again, calls are offered here."));
        return;
      }
      const offeredCalls = next(parsed.lines, lastSession(), now.thread, now.isAny);
      const groups = new Map();
      offeredCalls.forEach(call => groups.set(call.op, [...groups.get(call.op) ?? [], call]));
      calls.replaceChildren(
          h("div", {class: "fields"}, h("label", {for: "thread"}, "Made by"),
              h("select", {id: "thread", onchange: event => { now.thread = event.target.value; showCalls(); }},
                  ...["any", ...THREADS].map(name => h("option", {value: name, selected: name === now.thread},
                      name === "any" ? "any idle thread" : name))),
              h("label", {}, h("input", {type: "checkbox", checked: now.isAny, onchange: event => { now.isAny = event.target.checked; showCalls(); }}),
                  " with any handle, closed ones as well")),
          ...[...groups].map(([op, all]) => h("div", {class: "fields", role: "group", "aria-label": op},
              ...all.map(call => h("button", {type: "button", class: "call", onclick: () => append(call.line)}, call.line)))));
    }

    function showTests() {
      const {steps, error: stopped} = results.get(now.variant);
      const usable = !parsed.error && !stopped && steps.length > 0;
      tests.replaceChildren(...(!usable ? [] : [
        ["A test in C of each line", () => PASTE.c(now.variant, steps)],
        ["A JUnit test of the script", () => PASTE.junit(now.variant, now.script)],
      ].map(([title, make]) => {
        const text = h("pre", {tabindex: "0"});
        return h("details", {ontoggle: () => { text.textContent = make(); }}, h("summary", {}, title), copyButton(make, "Copy"), text);
      })));
    }

    const root = h("div", {class: "two"},
        h("div", {},
            h("label", {for: "script"}, "Script: a call a line, ", code("T1:"), " before those of other threads"),
            editor, error,
            h("div", {class: "fields"},
                h("button", {type: "button", onclick: () => edit(editor.value.trimEnd().split("\n").slice(0, -1).join("\n"))}, "Undo the last line"),
                h("button", {type: "button", onclick: () => edit(given.script ?? FIRST)}, "As it was"),
                h("button", {type: "button", onclick: () => edit("")}, "Empty"),
                copyButton(() => location.href, "Copy link"), copyButton(() => editor.value, "Copy script")),
            h("h3", {}, "What is allowed"), lineList, tests),
        h("div", {}, side, h("h3", {}, "Calls that may come next, at the end"), calls));
    show();
    return root;
  }

  return {view, FIRST};
})();
