/* The pages to read: home, document, choices, findings, search. */
const PAGES = (() => {
  const {h, code, badge, link, page, idLink, prose, isQuirk, answer} = DOM;
  const ALL = CONTENTS.variants;
  const KINDS = {broken: "a kernel does otherwise", ambiguous: "may be read in several ways",
    silent: "left open", contradictory: "says two things"};

  const findingsOf = one => CONTENTS.findings.filter(finding => one.findings.includes(finding.id));

  function home() {
    return [
      h("h1", {}, "zx_interrupt_bind, as it can be checked"),
      h("p", {class: "lead"}, "What Zircon's document of interrupt_bind says, read formally: statement by statement, with what it leaves open, what kernels do otherwise, and a place to try any script. All that is allowed here is evaluated from the TLA+ specification, in this browser."),
      h("div", {class: "cards"},
          card("document", "Read the document", `${CONTENTS.statements.length} statements, each beside its formal reading, and how clear it is.`),
          card("findings", "See what is wrong", `${CONTENTS.findings.length} findings by rank: ambiguities, silences, and kernels that do otherwise. Each replays.`),
          card("explore", "Try a script", "Type calls or click them. At each line: every observation that is allowed, by which kernel, and why."),
          card("litmus", "Look at races", `${CONTENTS.programs.length} small concurrent programs, their outcomes, and a way to each.`)),
      h("h2", {}, "What is compared"),
      h("dl", {},
          h("dt", {}, code("doc")), h("dd", {}, "whatever the documents admit, and nothing else"),
          h("dt", {}, code("reference")), h("dd", {}, "what the kernel of the document's date does wherever the documents admit it, and elsewhere what they say"),
          h("dt", {}, code("zircon-2018")), h("dd", {}, "the kernel of the document's date"),
          h("dt", {}, code("zircon-2020, zircon-2021, zircon-2025")), h("dd", {}, "later kernels, as far as their sources were read or their tests tell")),
      h("h2", {}, "Words"),
      h("dl", {}, ...[
        ["armed", "the next trigger of a bound interrupt puts a packet into its port; after that it is not armed until an ack"],
        ["remembered", "a trigger that could not be delivered when it came, and waits for an ack or for interrupt_wait"],
        ["PAST, FINITE, INFINITE", "deadlines of port_wait: over before the call, one that expire(T1) lets pass, and none"],
        ["interrupt_bind(i, p, 7, 0)", "binds the interrupt i to the port p; its packets will have the key 7; no options"],
        ["interrupt_trigger(i, 0, 5)", "triggers i, with no options, at the time 5"],
        ["port_queue(p, 3, 4)", "queues a packet of one's own, with the key 3 and the payload 4"],
        ["UNBIND", "an option of bind in kernels after 2019, which undoes the binding"],
        ["blocked: T1", "the call of thread T1 has not returned, and will not by itself"],
      ].flatMap(([word, means]) => [h("dt", {}, code(word)), h("dd", {}, means)])),
      h("h2", {}, "How to read the formal part"),
      h("p", {class: "prose"}, "A call moves by steps: each handle is looked up, then it takes effect, then it has returned or is blocked. Each operator below a statement says what such a step may lead to. The signs that it uses:"),
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Signs of TLA+"}, h("table", {}, h("tbody", {}, ...[
        ["x == e", "x is defined as e"], ["f(a) == e", "an operator with a parameter"], ["LET x == e IN f", "f, in which x stands for e"],
        ["a /\\ b, a \\/ b, ~a, a => b", "and, or, not, implies"], ["{a, b}, S \\union T, x \\in S, S \\ T", "sets"],
        ["{e : x \\in S}", "e for each x of S"], ["{x \\in S : p}", "those of S of which p holds"],
        ["[a |-> 1, b |-> 2], r.a", "a record, and its field"], ["[r EXCEPT !.a = e]", "r with another a; @ is the old one"],
        ["<<a, b>>, Head(s), Tail(s), Append(s, x)", "a sequence, its first, its rest, one more at its end"],
        ["CASE p -> a [] q -> b [] OTHER -> c", "a where p holds, b where q does, else c"], ["x # y", "x is not y"],
        ["i", "the interrupt; k the kernel, t the thread, c the call, v what a variant leaves open"],
        ["Conclude(v, k, faults, success)", "the errors if there are any, else the success"],
        ["Reply(k, status, by), SetObject(k, o, x)", "the call returns that status; the kernel with x for the object o"],
        ["FaultIf(condition, status, by)", "that error, where the condition holds"],
        ["TagIfMet(choice, a)", "notes which alternative was taken, where the choice was met"],
        ["Alternatives(v, condition, choice)", "goes several ways where the condition holds and the choice is open"],
      ].map(([sign, means]) => h("tr", {}, h("td", {}, code(sign)), h("td", {}, means)))))),
    ];
  }

  function card(to, title, text) {
    return h("section", {class: "card"}, h("h2", {}, link(to, title)), h("p", {}, text));
  }

  function operator(name) {
    const text = CONTENTS.operators[name];
    return h("details", {}, h("summary", {}, code(name)), text ? h("pre", {tabindex: "0"}, text) : null);
  }

  /** The error that a statement is about, by the end of its id. */
  const errorOf = id => Object.keys(NOTATION.statuses).find(name => id.endsWith("-" + name.toLowerCase().replaceAll("_", "-"))) ?? "";

  function statement(one, here) {
    const kinds = one.clarity;
    const findings = findingsOf(one);
    return h("article", {class: "statement" + (one.id === here ? " here" : ""), id: one.id},
        h("div", {}, h("p", {class: "text"}, one.text),
            h("p", {}, idLink(one.id), " ", errorOf(one.id) ? [badge(errorOf(one.id)), " "] : null, kinds.length ? kinds.map(kind => badge(kind, kind)) : badge("clear", "clear")),
            findings.length ? h("ul", {class: "plain"}, ...findings.map(finding =>
                h("li", {}, link(page("findings", finding.id), finding.id), " ", finding.title))) : null),
        h("div", {}, ...one.operators.map(operator)));
  }

  function documentPage(here) {
    const groups = new Map();
    CONTENTS.statements.forEach(one => groups.set(one.from, [...groups.get(one.from) ?? [], one]));
    return [
      h("h1", {}, "The document, statement by statement"),
      h("p", {class: "prose"}, "In this project's own words. ", code("bind"), " is the source document, with its section; the others are its siblings, as far as they meet its subject. On the right, unfolded by a click, stand the operators of the specification that cite the statement. ",
          "A statement is ", badge("clear", "clear"), " where no finding would change it; else it is ", ...Object.entries(KINDS).map(([kind, means]) => [badge(kind, kind), " (" + means + ") "])),
      h("nav", {"aria-label": "Sections"}, h("ul", {class: "inline"}, ...[...groups].map(([from, [first]]) =>
          h("li", {}, link(page("document", first.id), from))))),
      ...[...groups].flatMap(([from, statements]) => [h("h2", {}, from), ...statements.map(one => statement(one, here))]),
    ];
  }

  /** Who is not known to take one alternative. */
  const several = one => ALL.filter(name => Object.values(one.takers).filter(takers => takers.includes(name)).length > 1);

  function choicesPage(here) {
    return [
      h("h1", {}, "Choices"),
      h("p", {class: "prose"}, "Where the documents leave a question, or kernels differ, there are alternatives. A policy is taken once and kept; a free choice may be taken anew by every call."),
      ...CONTENTS.choices.map(one => h("article", {class: "choice" + (one.id === here ? " here" : ""), id: one.id},
          h("h2", {}, one.question), h("p", {}, idLink(one.id), " ", badge(one.kind)),
          h("ul", {}, ...[...one.doc, ...one.quirks].map(name => h("li", {}, code(name), one.means[name] ? ": " + one.means[name] + " " : " ",
              one.quirks.includes(name) ? badge("not what the document allows", "broken") : badge("doc", "variant"), " ",
              (one.takers[name] ?? []).map(taker => badge(taker, "variant"))))),
          several(one).map(name => h("p", {class: "note"}, name, " stands in several places: which of them it takes is not known.")),
          ...findingsOf(one).map(finding => h("p", {}, link(page("findings", finding.id), finding.id), " ", finding.title)))),
    ];
  }

  /** The kernels that do what the document does not allow. */
  const quirks = one => ALL.filter(name => one.observed.some(seen => seen.by.includes(name) && isQuirk(seen.by, ALL)));

  function findingsPage() {
    return [
      h("h1", {}, "Findings, by rank"),
      h("p", {class: "lead"}, "Where the document is ambiguous, silent or contradictory, or is broken by a kernel."),
      h("p", {}, badge("zircon-2018", "broken"), " and the like: that kernel does there what the document does not allow."),
      h("ol", {class: "plain rows"}, ...CONTENTS.findings.map(one =>
          h("li", {}, link(page("findings", one.id), one.id), " ", badge(one.kind, one.kind), " ", one.title, " ",
              quirks(one).map(name => badge(name, "broken"))))),
    ];
  }

  /** A line that ends so is made that many times. */
  const TIMES = /^(.*?)\s*#\s*(\d+) times\s*$/;
  const MOST_LINES = 60;

  function finding(id) {
    const one = CONTENTS.findings.find(other => other.id === id);
    if (one === undefined) return [h("h1", {}, "There is no finding " + id), h("p", {}, link("findings", "All findings"))];
    const n = CONTENTS.findings.indexOf(one);
    return [
      h("h1", {}, one.id + ": " + one.title),
      h("p", {}, badge(one.kind, one.kind), " ", [...new Set([...one.choices, ...one.changes])].filter(id => id !== "new").map(id => [idLink(id), " "])),
      h("h2", {}, "What the document says"), h("div", {class: "prose"}, ...prose(one.document)),
      h("h2", {}, "How it may be read"),
      h("ul", {class: "prose"}, ...one.readings.map(reading => h("li", {}, code(reading.name), ": ", reading.text))),
      h("p", {}, ...verdict(one)),
      h("h2", {}, "What is allowed, and by whom"),
      h("p", {class: "note"}, "Where not all of them allow the same; what is not listed is the same for all. A reading is in all else as the reference."), observed(one),
      ...demonstration(one),
      h("h2", {}, "What it costs"), h("div", {class: "prose"}, ...prose(one.cost)),
      h("h2", {}, "What the document could say"),
      ...one.proposals.map(proposal => h("blockquote", {}, proposal.sentence, " ", proposal.ids.filter(id => id !== "new").map(id => [idLink(id), " "]))),
      h("p", {}, n > 0 ? link(page("findings", CONTENTS.findings[n - 1].id), "Previous") : null, " ",
          n + 1 < CONTENTS.findings.length ? link(page("findings", CONTENTS.findings[n + 1].id), "Next") : null),
    ];
  }

  /** In a sentence. */
  function verdict(one) {
    const names = quirks(one);
    return names.length ? [...names.map(name => badge(name, "broken")), " may do here what the document does not allow."]
        : ["Each of ", ...ALL.slice(1).map(name => badge(name, "variant")), " does here something that the document allows."];
  }

  function observed(one) {
    const readings = one.readings.map(reading => reading.name).filter(name => !ALL.includes(name));
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "What is allowed, and by whom"}, h("table", {class: "outcomes"},
        h("thead", {}, h("tr", {}, one.program ? null : h("th", {scope: "col"}, "line"), h("th", {scope: "col"}, one.program ? "outcome" : "observed"),
            ...ALL.map(name => h("th", {scope: "col"}, name)), readings.length ? h("th", {scope: "col"}, "if it is read so") : null)),
        h("tbody", {}, ...one.observed.map(seen => {
          const quirk = isQuirk(seen.by, ALL);
          return h("tr", {},
            one.program ? null : h("td", {"data-by": "line "}, String(seen.line)),
            h("th", {scope: "row"}, ...seen.text.split(" || ").map(part => h("div", {}, code(part))), quirk ? badge("not what the document allows", "broken") : null),
            ...ALL.map(name => answer(name, seen.by.includes(name), quirk)),
            readings.length ? h("td", {}, readings.filter(name => seen.by.includes(name)).map(name => h("div", {}, code(name)))) : null);
        }))));
  }

  function demonstration(one) {
    if (one.program) {
      const found = CONTENTS.programs.find(program => program.name === one.litmus);
      return [h("h2", {}, "The program"), found ? h("p", {}, "Step through it: ", link(page("litmus", found.name), found.name))
          : h("pre", {tabindex: "0"}, one.program)];
    }
    const script = one.script.flatMap(line => {
      const many = TIMES.exec(line);
      return many ? Array(Number(many[2])).fill(many[1]) : [line];
    });
    if (script.length > MOST_LINES) {
      return [h("h2", {}, "The script"), h("p", {}, `It has ${script.length} lines, more than a page shows; `, code("bindcheck findings " + one.id), " plays it."),
        h("pre", {tabindex: "0"}, one.script.join("\n"))];
    }
    return [h("h2", {}, "The script, step by step"), EXPLORE.view({script: script.join("\n")})];
  }

  /** Words that stand for one another, by their beginnings. */
  const ALIKE = [["asleep", "sleep", "wake", "woken", "wakeup", "blocked", "block", "hang"], ["lost", "lose", "forgotten", "forget", "swallow"],
    ["ack", "acknowledge", "rearm"], ["cancel", "destroy"], ["wait", "waiter"], ["read", "reader", "port_wait"], ["twice", "second", "again"],
    ["order", "fifo", "priority"], ["full", "capacity"], ["timeout", "timed_out", "deadline"], ["early", "before"], ["right", "access_denied"]];

  /** How well a text fits a word: as it is, by its beginning, or by one like it. */
  function fit(text, word) {
    if (text.includes(word) || text.includes(word.replace(/^(interrupt|port|handle)_/, ""))) return 3;
    const stem = word.replace(/(ing|ed|es|s)$/, "");
    if (stem.length > 2 && text.includes(stem)) return 2;
    return ALIKE.some(group => group.includes(stem) && group.some(other => text.includes(other))) ? 1 : 0;
  }

  const MOST_FOUND = 40;

  function search(query) {
    const words = query.toLowerCase().split(/[\s-]+/).map(word => word.replace(/^zx_(err_|right_|interrupt_(?=unbind))?/, "")).filter(Boolean);
    const places = [
      ...CONTENTS.statements.map(one => [idLink(one.id), one.text + " (" + one.from + ")", errorOf(one.id)]),
      ...CONTENTS.choices.map(one => [idLink(one.id), one.question, [...one.doc, ...one.quirks].join(" ")]),
      ...CONTENTS.findings.map(one => [idLink(one.id), one.title, [one.document, one.cost, ...one.readings.map(r => r.name + " " + r.text), ...one.script ?? [], one.program ?? ""].join(" ")]),
      ...CONTENTS.programs.map(one => [link(page("litmus", one.name), one.name), one.title, [one.lesson, ...one.setup, ...Object.values(one.threads).flat()].join(" ")]),
    ].map(([to, title, more]) => {
      const head = (to.textContent + " " + title).toLowerCase();
      const all = (head + " " + more).toLowerCase();
      const fits = words.map(word => fit(all, word));
      return {to, title, score: fits.every(n => n > 0) ? fits.reduce((a, b) => a + b, 0) + words.reduce((sum, word) => sum + 3 * fit(head, word), 0) : 0};
    }).filter(one => one.score > 0).sort((a, b) => b.score - a.score);
    return [
      h("h1", {}, "Search: " + query),
      h("p", {role: "status"}, places.length === 1 ? "1 place" : places.length + " places", places.length > MOST_FOUND ? `, of which the ${MOST_FOUND} nearest` : "",
          places.length === 0 ? ": fewer or other words may find more; the pages above list all that there is." : ""),
      h("ul", {class: "plain rows"}, ...places.slice(0, MOST_FOUND).map(({to, title}) => h("li", {}, to, " ", title))),
    ];
  }

  return {home, documentPage, choicesPage, findingsPage, finding, search};
})();
