/* The litmus programs: their threads side by side, the outcomes, and a way to each of them. */
const LITMUS = (() => {
  const {h, code, badge, link, page, prose, idLink, isQuirk, answer} = DOM;
  const ALL = CONTENTS.variants;

  const by = outcome => ALL.filter((name, n) => outcome.allowed[n]);
  const quirks = one => [...new Set(one.outcomes.map(by).filter(names => isQuirk(names, ALL)).flat())];

  function list() {
    const themes = new Map();
    CONTENTS.programs.forEach(one => themes.set(one.theme, [...themes.get(one.theme) ?? [], one]));
    return [
      h("h1", {}, "Litmus programs"),
      h("p", {class: "lead"}, "Small programs whose threads make their calls at once: every way in which each may end, for each kernel, with an interleaving that leads there. ",
          link("race", "Write your own"), "."),
      h("p", {}, badge("zircon-2018", "broken"), " and the like: that kernel may end in a way that the document does not allow."),
      ...[...themes].flatMap(([theme, programs]) => [
        h("h2", {}, theme.replaceAll("-", ", ")),
        h("ul", {class: "plain rows"}, ...programs.map(one => h("li", {}, link(page("litmus", one.name), one.title), " ",
            quirks(one).map(name => badge(name, "broken")), h("span", {class: "note"}, " ", one.name)))),
      ]),
    ];
  }

  /**
   * The page of a program.
   *
   * @param given which outcome is shown, by which step; remember tells of it
   */
  function program(name, given, remember) {
    const one = CONTENTS.programs.find(other => other.name === name);
    if (one === undefined) return [h("h1", {}, "There is no program " + name), h("p", {}, link("litmus", "All programs"))];
    const threads = Object.entries(one.threads).map(([thread, lines]) => [thread, lines.map(line => line.replace(/^\w+:\s*/, ""))]);
    const rows = Math.max(...threads.map(([, lines]) => lines.length));
    const way = h("div", {id: "way"});
    const chosen = one.outcomes[Number(given.get("o")) - 1];
    if (chosen) show(one, chosen, way, remember, Number(given.get("step")));
    return [
      h("h1", {}, one.title),
      h("p", {class: "note"}, code(one.name), " ", CONTENTS.findings.filter(finding => finding.litmus === name).map(finding =>
          [" shows ", link(page("findings", finding.id), finding.id + ": " + finding.title)])),
      h("div", {class: "prose"}, ...prose(one.lesson)),
      h("h2", {}, "The program"),
      one.setup.length ? h("pre", {tabindex: "0"}, one.setup.join("\n")) : null,
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Threads"}, h("table", {class: "threads-table"},
          h("thead", {}, h("tr", {}, ...threads.map(([thread]) => h("th", {scope: "col"}, thread)))),
          h("tbody", {}, ...Array.from({length: rows}, (_, n) =>
              h("tr", {}, ...threads.map(([, lines]) => h("td", {}, lines[n] ? code(lines[n]) : ""))))))),
      h("h2", {}, "How it may end"),
      outcomeTable(one, outcome => { show(one, outcome, way, remember); focus(way); }, true),
      ...one.forbidden.map(({pattern, reason}) => h("p", {}, badge("forbidden", "off"), " ", code(pattern), ": ", ...prose(reason).flatMap(p => [...p.childNodes]), " ", brokenAt(reason))),
      way,
    ];
  }

  /** The findings that say where a kernel breaks what a reason names. */
  function brokenAt(reason) {
    const [id] = reason.split(":");
    const named = [...CONTENTS.statements, ...CONTENTS.choices].find(other => other.id === id);
    return CONTENTS.findings.filter(finding => finding.kind === "broken" && named?.findings.includes(finding.id))
        .map(finding => [link(page("findings", finding.id), finding.id), " "]);
  }

  /** The outcomes; isSeen: with the column on what was seen on the reference. */
  function outcomeTable(one, choose, isSeen) {
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Outcomes"}, h("table", {class: "outcomes"},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, "outcome"), h("th", {scope: "col"}, "how"),
            ...ALL.map(name => h("th", {scope: "col"}, name)), isSeen ? h("th", {scope: "col"}, "seen on the reference implementation") : null)),
        h("tbody", {}, ...one.outcomes.map(outcome => {
          const quirk = isQuirk(by(outcome), ALL);
          return h("tr", {},
            h("th", {scope: "row"}, ...outcome.text.split(" || ").map(part => h("div", {}, code(part))),
                quirk ? badge("not what the document allows", "broken") : null),
            h("td", {}, h("button", {type: "button", "aria-label": "Show a way to " + outcome.text, onclick: () => choose(outcome)}, "Show")),
            ...outcome.allowed.map((allowed, n) => answer(ALL[n], allowed, quirk)),
            isSeen ? seenCell(outcome.seen) : null);
        }))));
  }

  /** Yes; no; or why it is not to be expected there: it needs alternatives that others take. */
  function seenCell(seen) {
    if (seen === "yes" || seen === ".") return h("td", {class: "none", "data-by": "seen "}, seen === "yes" ? "yes" : "no");
    return h("td", {class: "none", "data-by": "seen "}, "no: takes ", seen.split(" ").map(id => [idLink(id), " "]));
  }

  function focus(way) {
    way.firstChild.focus({preventScroll: true});
    way.scrollIntoView({block: "start"});
  }

  /** The lines of a program, parsed together, so that a thread knows the handles of the set-up. */
  function parsed(one) {
    const texts = [...one.setup, ...Object.values(one.threads).flat()];
    const {lines} = SCRIPT.parse(texts.join("\n"));
    const threads = new Map();
    let next = one.setup.length;
    for (const [thread, own] of Object.entries(one.threads)) threads.set(thread, lines.slice(next, next += own.length));
    return {setup: lines.slice(0, one.setup.length), threads};
  }

  /** Every outcome of a program under a variant, sorted; and the ways to them. */
  function run(one, variant) {
    const {setup, threads} = one.lines ?? parsed(one);
    return MACHINE.outcomes(variant, setup, threads);
  }

  function show(one, outcome, root, remember, step = 0) {
    const variant = by(outcome)[0];
    let found;
    try {
      found = run(one, variant);
    } catch (wrong) {
      if (!(wrong instanceof MACHINE.TooMany)) throw wrong;
      root.replaceChildren(h("p", {class: "error", tabindex: "-1"}, "This program has more states than a page looks at; ",
          code("bindcheck litmus " + one.name), " walks them all."));
      return;
    }
    const number = one.outcomes.indexOf(outcome) + 1;
    root.replaceChildren(h("h2", {tabindex: "-1"}, "A way to ", code(outcome.text)),
        h("p", {class: "note"}, "A shortest one, as " + variant + " allows it; the set-up has been made. Each line is one step of one thread."),
        steps(found.names, found.ways.get(outcome.text), step, at => remember(number, at)));
  }

  /** What a step did, by where its call was and is. */
  const DID = {entry: "looks up a handle", effect: "has looked up its handles", closing: "closes its handle",
    waiting: "blocks", dozing: "finds nothing, and is about to fall asleep", asleep: "falls asleep", lapsed: "is woken by its deadline"};

  function words(step, before) {
    if (step.line === null) return `${step.thread}: its deadline passes`;
    const at = step.line.text.replace(/^\w+:\s*/, "");
    const where = TLA.apply(step.state.calls.get(step.thread), "at");
    const old = before.state.calls.get(step.thread);
    const was = old && TLA.apply(old, "at");
    const what = where === "done" ? "returns " + SCRIPT.reply(TLA.apply(step.state.calls.get(step.thread), "reply"))
        : where === "effect" && ["asleep", "dozing"].includes(was) ? "is woken, and looks again" : DID[where];
    return `${step.thread}: ${at} ${what}`;
  }

  function steps(names, way, first, remember) {
    let at = Math.min(first, way.length - 1);
    const list = h("ol", {class: "steps", start: "0"});
    const drawn = h("div", {class: "drawn"});
    function show() {
      list.replaceChildren(...way.map((step, n) => h("li", {class: n === at ? "selected" : ""},
          h("button", {type: "button", class: "call", "aria-pressed": String(n === at), onclick: () => { at = n; show(); }},
              n === 0 ? "the threads have been started" : words(step, way[n - 1])))));
      const texts = new Map();
      const replies = [];
      way.slice(0, at + 1).forEach((step, n) => {
        if (step.line) texts.set(step.thread, step.line.text.replace(/^\w+:\s*/, ""));
        const call = step.state.calls.get(step.thread);
        if (n < at && step.line && call && TLA.apply(call, "at") === "done") {
          replies.push([step.thread, texts.get(step.thread) + " returned " + SCRIPT.reply(TLA.apply(call, "reply"))]);
        }
      });
      drawn.replaceChildren(h("div", {class: "fields"}, h("button", {type: "button", onclick: () => move(-1)}, "Back"),
          h("button", {type: "button", onclick: () => move(1)}, "Next step"), h("span", {class: "note", role: "status"}, `step ${at} of ${way.length - 1}`)),
      DRAW.state(way[at].state, names, texts, replies));
      remember(at);
    }
    const move = by => {
      at = Math.max(0, Math.min(way.length - 1, at + by));
      show();
      drawn.querySelectorAll("button")[by < 0 ? 0 : 1].focus({preventScroll: true});
    };
    show();
    return h("div", {class: "two way"}, h("div", {}, list), drawn);
  }

  const OWN = ["p = port_create(BIND_TO_INTERRUPT)", "i = interrupt_create(INVALID, 0, VIRTUAL)", "interrupt_bind(i, p, 7, 0)",
    "T1: interrupt_trigger(i, 0, 5)", "T2: interrupt_ack(i)", "T3: port_wait(p, INFINITE)"].join("\n");

  /** A program of one's own: the lines of main set up, those of the other threads are made at once. */
  function race(given, remember) {
    const editor = h("textarea", {id: "program", spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-describedby": "program-error"});
    editor.value = given.get("s") ?? OWN;
    const error = h("p", {id: "program-error", class: "error", role: "status"});
    const found = h("div", {});
    const way = h("div", {id: "way"});
    const go = () => {
      remember(new URLSearchParams({s: editor.value}));
      way.replaceChildren();
      found.replaceChildren();
      const told = own(editor.value);
      error.textContent = told.error ?? "";
      if (told.program) {
        const choose = outcome => { show(told.program, outcome, way, () => {}); focus(way); };
        found.replaceChildren(h("h2", {}, "How it may end"), outcomeTable(told.program, choose, false));
      }
    };
    go();
    return [h("h1", {}, "A race of your own"),
      h("p", {class: "prose"}, "The lines without a thread set up, one after the other; then the threads make their calls at once, each its own in their order. ",
          "A finite deadline passes at some moment, whichever."),
      h("label", {for: "program"}, "Program"), editor, error,
      h("div", {class: "fields"}, h("button", {type: "button", onclick: go}, "Run")), found, way];
  }

  function own(text) {
    const {lines, error} = SCRIPT.parse(text);
    if (error) return {error: `Line ${error.line}: ${error.message}`};
    const expire = lines.find(line => line.op === "expire");
    if (expire) return {error: `Line ${expire.number}: expected a call; here deadlines pass by themselves`};
    const threads = [...new Set(lines.map(line => line.thread))].filter(name => name !== SCRIPT.MAIN).sort();
    if (threads.length === 0) return {error: "expected a line of a thread, as T1: interrupt_ack(i)"};
    const setup = lines.filter(line => line.thread === SCRIPT.MAIN);
    const late = setup.find(line => lines.indexOf(line) >= setup.length);
    if (late) return {error: `Line ${late.number}: expected the set-up before the threads; what is done after them belongs to a thread`};
    const program = {name: "", setup: setup.map(line => line.text), threads: Object.fromEntries(
        threads.map(name => [name, lines.filter(line => line.thread === name).map(line => line.text)])), outcomes: [],
      lines: {setup, threads: new Map(threads.map(name => [name, lines.filter(line => line.thread === name)]))}};
    const rows = new Map();
    try {
      ALL.forEach((variant, n) => {
        for (const text of run(program, variant).ways.keys()) {
          if (!rows.has(text)) rows.set(text, {text, allowed: ALL.map(() => false)});
          rows.get(text).allowed[n] = true;
        }
      });
    } catch (wrong) {
      if (wrong instanceof MACHINE.TooMany) return {error: "This program has more states than a page looks at; bindcheck litmus --program FILE walks them all."};
      if (wrong instanceof MACHINE.Unmakable) return {error: wrong.message};
      throw wrong;
    }
    program.outcomes = [...rows.values()].sort((a, b) => a.text < b.text ? -1 : 1);
    return {program};
  }

  return {list, program, race, run};
})();
