/* The pages to read: home, document, choices, findings, search. */
const PAGES = (() => {
  const {h, code, badge, link, page, idLink, prose, chips} = DOM;
  const ALL = CONTENTS.variants;
  const KINDS = {broken: "a kernel does otherwise", ambiguous: "may be read in several ways",
    silent: "left open", contradictory: "says two things"};

  const findingsOf = id => CONTENTS.findings.filter(one => one.changes.includes(id) || one.choices.includes(id));

  /** What is known of the clarity of a statement: the kinds of the findings that would change it. */
  const clarity = id => [...new Set(findingsOf(id).map(one => one.kind))].sort();

  function home() {
    return [
      h("h1", {}, "zx_interrupt_bind, as it can be checked"),
      h("p", {class: "lead"}, "What Zircon's document of interrupt_bind says, read formally: statement by statement, with what it leaves open, what kernels do otherwise, and a place to try any script. All that is allowed here is evaluated from the TLA+ specification, in this browser."),
      h("div", {class: "cards"},
          card("document", "Read the document", `${CONTENTS.statements.length} statements, each beside its formal reading, and how clear it is.`),
          card("findings", "See what is wrong", `${CONTENTS.findings.length} findings by rank: ambiguities, silences, and kernels that do otherwise. Each replays.`),
          card("explore", "Try a script", "Type calls or click them. At each line: every observation that is allowed, by which kernel, and why."),
          card("litmus", "Look at races", `${CONTENTS.programs.length} small concurrent programs, their outcomes, and a way to each.`)),
      h("h2", {}, "The kernels that are compared"),
      h("dl", {},
          h("dt", {}, code("doc")), h("dd", {}, "whatever the documents admit, and nothing else"),
          h("dt", {}, code("reference")), h("dd", {}, "what the kernel of the document's date does wherever the documents admit it, and elsewhere what they say"),
          h("dt", {}, code("zircon-2018")), h("dd", {}, "the kernel of the document's date"),
          h("dt", {}, code("zircon-2020, zircon-2021, zircon-2025")), h("dd", {}, "later kernels, as far as their sources were read or their tests tell")),
      h("h2", {}, "How to read the formal part"),
      h("p", {class: "prose"}, "A call moves by steps: each handle is looked up, then it takes effect, then it has returned or is blocked. Each operator below a statement says what such a step may lead to. The signs that it uses:"),
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Signs of TLA+"}, h("table", {}, h("tbody", {}, ...[
        ["x == e", "x is defined as e"], ["f(a) == e", "an operator with a parameter"], ["LET x == e IN f", "f, in which x stands for e"],
        ["a /\\ b, a \\/ b, ~a, a => b", "and, or, not, implies"], ["{a, b}, S \\union T, x \\in S, S \\ T", "sets"],
        ["{e : x \\in S}", "e for each x of S"], ["{x \\in S : p}", "those of S of which p holds"],
        ["[a |-> 1, b |-> 2], r.a", "a record, and its field"], ["[r EXCEPT !.a = e]", "r with another a; @ is the old one"],
        ["<<a, b>>, Head(s), Tail(s), Append(s, x)", "a sequence, its first, its rest, one more at its end"],
        ["i", "the interrupt; k the kernel, t the thread, c the call, v what a variant leaves open"],
        ["Conclude(v, k, faults, success)", "the errors if there are any, else the success"],
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

  function statement(one, here) {
    const kinds = clarity(one.id);
    const findings = findingsOf(one.id);
    return h("article", {class: "statement" + (one.id === here ? " here" : ""), id: one.id},
        h("div", {}, h("p", {class: "text"}, one.text),
            h("p", {}, idLink(one.id), " ", kinds.length ? kinds.map(kind => badge(kind, kind)) : badge("clear", "clear")),
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

  function choicesPage(here) {
    return [
      h("h1", {}, "Choices"),
      h("p", {class: "prose"}, "Where the documents leave a question, or kernels differ, there are alternatives. A policy is taken once and kept; a free choice may be taken anew by every call."),
      ...CONTENTS.choices.map(one => h("article", {class: "choice" + (one.id === here ? " here" : ""), id: one.id},
          h("h2", {}, one.question), h("p", {}, idLink(one.id), " ", badge(one.kind)),
          h("ul", {}, ...[...one.doc, ...one.quirks].map(name => h("li", {}, code(name), " ",
              one.quirks.includes(name) ? badge("not admitted by the document", "broken") : null, " ",
              (one.kernels[name] ?? []).map(kernel => badge(kernel, "variant"))))),
          ...findingsOf(one.id).map(finding => h("p", {}, link(page("findings", finding.id), finding.id), " ", finding.title)))),
    ];
  }

  function findingsPage() {
    return [
      h("h1", {}, "Findings, by rank"),
      h("p", {class: "lead"}, "Where the document is ambiguous, silent or contradictory, or is broken by a kernel."),
      h("ol", {class: "plain rows"}, ...CONTENTS.findings.map(one =>
          h("li", {}, link(page("findings", one.id), one.id), " ", badge(one.kind, one.kind), " ", one.title))),
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
      h("h2", {}, "What each kernel does"), observed(one),
      ...demonstration(one),
      h("h2", {}, "What it costs"), h("div", {class: "prose"}, ...prose(one.cost)),
      h("h2", {}, "What the document could say"),
      ...one.proposals.map(proposal => h("blockquote", {}, proposal.sentence, " ", proposal.ids.filter(id => id !== "new").map(id => [idLink(id), " "]))),
      h("p", {}, n > 0 ? link(page("findings", CONTENTS.findings[n - 1].id), "Previous") : null, " ",
          n + 1 < CONTENTS.findings.length ? link(page("findings", CONTENTS.findings[n + 1].id), "Next") : null),
    ];
  }

  function observed(one) {
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "What each kernel does"}, h("table", {},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, one.program ? "outcome" : "line"), one.program ? null : h("th", {scope: "col"}, "observed"), h("th", {scope: "col"}, "by"))),
        h("tbody", {}, ...one.observed.map(seen => h("tr", {},
            one.program ? null : h("td", {}, String(seen.line)), h("td", {}, code(seen.text)),
            h("td", {}, seen.by.map(name => badge(name, ALL.includes(name) ? "variant" : ""))))))));
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

  function search(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = text => words.every(word => text.toLowerCase().includes(word));
    const rows = [
      ...CONTENTS.statements.filter(one => hits(one.id + " " + one.from + " " + one.text)).map(one => [idLink(one.id), one.text + " (" + one.from + ")"]),
      ...CONTENTS.choices.filter(one => hits(one.id + " " + one.question + " " + [...one.doc, ...one.quirks].join(" "))).map(one => [idLink(one.id), one.question]),
      ...CONTENTS.findings.filter(one => hits([one.id, one.title, one.document, one.cost, ...one.readings.map(r => r.text)].join(" "))).map(one => [idLink(one.id), one.title]),
      ...CONTENTS.programs.filter(one => hits(one.name + " " + one.title + " " + one.lesson)).map(one => [link(page("litmus", one.name), one.name), one.title]),
    ];
    return [
      h("h1", {}, "Search: " + query),
      h("p", {role: "status"}, rows.length === 1 ? "1 place" : rows.length + " places"),
      h("ul", {class: "plain rows"}, ...rows.map(([to, text]) => h("li", {}, to, " ", text))),
    ];
  }

  return {home, documentPage, choicesPage, findingsPage, finding, search};
})();
