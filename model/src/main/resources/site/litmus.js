/* The litmus programs: their threads side by side, the outcomes, and a way to each of them. */
const LITMUS = (() => {
  const {h, code, badge, link, page, prose, idLink} = DOM;
  const ALL = CONTENTS.variants;

  function list() {
    const themes = new Map();
    CONTENTS.programs.forEach(one => themes.set(one.theme, [...themes.get(one.theme) ?? [], one]));
    return [
      h("h1", {}, "Litmus programs"),
      h("p", {class: "lead"}, "Small programs whose threads make their calls at once: every way in which each may end, for each kernel, with an interleaving that leads there."),
      ...[...themes].flatMap(([theme, programs]) => [
        h("h2", {}, theme),
        h("ul", {class: "plain rows"}, ...programs.map(one => h("li", {}, link(page("litmus", one.name), one.name), " ", one.title))),
      ]),
    ];
  }

  function program(name) {
    const one = CONTENTS.programs.find(other => other.name === name);
    if (one === undefined) return [h("h1", {}, "There is no program " + name), h("p", {}, link("litmus", "All programs"))];
    const threads = Object.entries(one.threads).map(([thread, lines]) => [thread, lines.map(line => line.replace(/^\w+:\s*/, ""))]);
    const rows = Math.max(...threads.map(([, lines]) => lines.length));
    const way = h("div", {id: "way"});
    return [
      h("h1", {}, one.title),
      h("p", {class: "note"}, code(one.name)),
      h("div", {class: "prose"}, ...prose(one.lesson)),
      h("h2", {}, "The program"),
      one.setup.length ? h("pre", {tabindex: "0"}, one.setup.join("\n")) : null,
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Threads"}, h("table", {class: "threads-table"},
          h("thead", {}, h("tr", {}, ...threads.map(([thread]) => h("th", {scope: "col"}, thread)))),
          h("tbody", {}, ...Array.from({length: rows}, (_, n) =>
              h("tr", {}, ...threads.map(([, lines]) => h("td", {}, lines[n] ? code(lines[n]) : ""))))))),
      h("h2", {}, "How it may end"),
      outcomeTable(one, way),
      ...one.forbidden.map(({pattern, reason}) => h("p", {}, badge("forbidden", "off"), " ", code(pattern), ": ", ...prose(reason).flatMap(p => [...p.childNodes]))),
      way,
    ];
  }

  function outcomeTable(one, way) {
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Outcomes"}, h("table", {},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, "outcome"), h("th", {scope: "col"}, "how"),
            ...ALL.map(name => h("th", {scope: "col"}, name)), h("th", {scope: "col"}, "seen on the reference"))),
        h("tbody", {}, ...one.outcomes.map(outcome => h("tr", {},
            h("th", {scope: "row"}, ...outcome.text.split(" || ").map(part => h("div", {}, code(part)))),
            h("td", {}, h("button", {type: "button", "aria-label": "Show a way to " + outcome.text,
              onclick: () => show(one, outcome, way)}, "Show")),
            ...outcome.allowed.map(allowed => h("td", {class: allowed ? "yes" : "none"}, allowed ? "yes" : "no")),
            h("td", {class: "none"}, outcome.seen === "." ? "no" : outcome.seen))))));
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
    const {setup, threads} = parsed(one);
    return MACHINE.outcomes(variant, setup, threads);
  }

  function show(one, outcome, root) {
    const variant = ALL[outcome.allowed.indexOf(true)];
    let found;
    try {
      found = run(one, variant);
    } catch (wrong) {
      if (!(wrong instanceof MACHINE.TooMany)) throw wrong;
      root.replaceChildren(h("p", {class: "error"}, "This program has more states than a page looks at; ",
          code("bindcheck litmus " + one.name), " walks them all."));
      return;
    }
    root.replaceChildren(h("h2", {tabindex: "-1"}, "A way to ", code(outcome.text)),
        h("p", {class: "note"}, "As " + variant + " allows it; the set-up has been made. Each line is one step of one thread."),
        steps(found.names, found.ways.get(outcome.text)));
    root.firstChild.focus();
    root.scrollIntoView({block: "start"});
  }

  function words(step) {
    if (step.line === null) return `${step.thread}: the deadline passes`;
    const at = step.line.text.replace(/^\w+:\s*/, "");
    const call = step.state.calls.get(step.thread);
    const where = TLA.apply(call, "at");
    const what = where === "done" ? "returns " + SCRIPT.reply(TLA.apply(call, "reply"))
        : {entry: "looks up a handle", effect: "has looked up its handles", closing: "closes its handle"}[where] ?? "blocks";
    return `${step.thread}: ${at} ${what}`;
  }

  function steps(names, way) {
    let at = 0;
    const list = h("ol", {class: "steps"});
    const drawn = h("div", {});
    function show() {
      list.replaceChildren(...way.map((step, n) => h("li", {class: n === at ? "selected" : ""},
          h("button", {type: "button", class: "call", "aria-pressed": String(n === at), onclick: () => { at = n; show(); }},
              n === 0 ? "the threads have been started" : words(step)))));
      const texts = new Map();
      way.slice(0, at + 1).forEach(step => { if (step.line) texts.set(step.thread, step.line.text.replace(/^\w+:\s*/, "")); });
      drawn.replaceChildren(DRAW.state(way[at].state, names, texts));
    }
    const move = by => { at = Math.max(0, Math.min(way.length - 1, at + by)); show(); };
    const root = h("div", {class: "two"}, h("div", {},
        h("div", {class: "fields"}, h("button", {type: "button", onclick: () => move(-1)}, "Back"),
            h("button", {type: "button", onclick: () => move(1)}, "Next step")), list), drawn);
    show();
    return root;
  }

  return {list, program, run};
})();
