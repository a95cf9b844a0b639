/* Which page is shown: the part of the address behind the #. */
(() => {
  const main = document.getElementById("main");
  const query = document.getElementById("query");

  const PAGES_BY_NAME = {
    "": () => PAGES.home(),
    document: id => PAGES.documentPage(id),
    choices: id => PAGES.choicesPage(id),
    findings: id => id ? PAGES.finding(id) : PAGES.findingsPage(),
    litmus: (name, given) => name ? LITMUS.program(name, given, (outcome, step) =>
        history.replaceState(null, "", "#/" + DOM.page("litmus", name) + "?" + new URLSearchParams({o: outcome, step}))) : LITMUS.list(),
    race: (_, given) => LITMUS.race(given, parameters => history.replaceState(null, "", "#/race?" + parameters)),
    search: words => PAGES.search(words ?? ""),
    explore: (_, given) => [
      DOM.h("h1", {}, "Explore"),
      DOM.h("p", {class: "prose"}, "Type a script, or click the calls below the picture. Each line shows what may be observed once all calls have returned or are blocked; unfold an observation to see why, or to go on from it alone. The lines do not overlap: what threads may do to one another at once is shown by the ", DOM.link("litmus", "litmus programs"), ", or by ", DOM.link("race", "one of your own"), "."),
      EXPLORE.view({script: given.get("s") ?? undefined, variant: given.get("v"), line: given.get("l")}, remember),
    ],
  };

  /** Keeps the address that leads back here. */
  function remember({script, variant, line}) {
    const given = new URLSearchParams({s: script, v: variant, l: line});
    history.replaceState(null, "", "#/explore?" + given);
  }

  function show() {
    const [path, given = ""] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
    const [name, ...rest] = path.split("/").map(decodeURIComponent);
    const make = PAGES_BY_NAME[name] ?? (() => [DOM.h("h1", {}, "There is no such page"), DOM.h("p", {}, DOM.link("", "Home"))]);
    main.replaceChildren(...make(rest[0], new URLSearchParams(given)).filter(Boolean));
    document.title = (main.querySelector("h1")?.textContent ?? "") + " - bindcheck";
    document.querySelectorAll("header nav a").forEach(a => {
      if (a.getAttribute("href") === "#/" + name) a.setAttribute("aria-current", "page");
      else a.removeAttribute("aria-current");
    });
    const here = rest[0] && document.getElementById(rest[0]);
    if (here) here.scrollIntoView({block: "center"}); else scrollTo(0, 0);
  }

  document.querySelector(".skip").addEventListener("click", event => {
    event.preventDefault();
    main.focus();
  });
  document.getElementById("search").addEventListener("submit", event => {
    event.preventDefault();
    location.hash = "#/search/" + encodeURIComponent(query.value.trim());
  });
  addEventListener("hashchange", show);
  show();
})();
