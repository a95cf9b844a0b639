/*
 * Histories as timelines: a lane for each thread, a bar for each call from where it was made to
 * where it returned, and on it the place at which it takes effect in an execution that gets as far
 * as any. HISTORIES is [{title, threads, calls: [{thread, from, to, call, reply, effect, order,
 * wrong}], marks: [{at, text, wrong}], length}]; places are numbers of events.
 */
(() => {
  const LANE = 46, TOP = 34, LEFT = 70;
  const NS = "http://www.w3.org/2000/svg";
  function s(tag, attributes, ...children) {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function timeline(root, history) {
    let width = Math.max(84, Math.min(150, 900 / history.length));
    const box = document.createElement("div");
    box.className = "scroll timeline";
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Timeline: " + history.title + ". The list below says the same in words.");
    const told = document.createElement("p");
    told.className = "told";
    told.setAttribute("role", "status");

    function draw() {
      const x = at => LEFT + at * width;
      const y = thread => TOP + history.threads.indexOf(thread) * LANE;
      const height = TOP + history.threads.length * LANE;
      const svg = s("svg", {width: x(history.length) + 20, height, class: "history", "aria-hidden": "true"});
      for (const thread of history.threads) {
        svg.append(s("text", {x: 4, y: y(thread) + 19, class: "who"}, thread),
            s("line", {x1: LEFT, x2: x(history.length), y1: y(thread) + 14, y2: y(thread) + 14, class: "lane"}));
      }
      for (const mark of history.marks) {
        svg.append(s("line", {x1: x(mark.at), x2: x(mark.at), y1: TOP - 16, y2: height, class: mark.wrong ? "mark wrong" : "mark"}),
            s("text", {x: x(mark.at) + 3, y: TOP - 20, class: mark.wrong ? "wrong" : "dim"}, mark.text));
      }
      for (const call of history.calls) {
        const from = x(call.from), to = call.to === null ? x(history.length) : x(call.to);
        const text = call.call + (call.reply ? " → " + call.reply : "");
        const short = text.replace(/^(interrupt|port|handle)_/, "");
        const group = s("g", {class: "call" + (call.wrong ? " wrong" : "") + (call.to === null ? " open" : "")},
            s("rect", {x: from, y: y(call.thread), width: Math.max(6, to - from - 3), height: 28, rx: 4}));
        const clip = "clip" + Math.random().toString(36).slice(2);
        group.append(s("clipPath", {id: clip}, s("rect", {x: from, y: y(call.thread), width: Math.max(6, to - from - 5), height: 28})),
            s("text", {x: from + 5, y: y(call.thread) + 18, "clip-path": `url(#${clip})`}, short), s("title", {}, call.thread + ": " + text));
        if (call.effect !== null) {
          const at = Math.min(Math.max(x(call.effect - 0.5), from + 2), to - 5);
          group.append(s("line", {x1: at, x2: at, y1: y(call.thread) - 3, y2: y(call.thread) + 31, class: "effect"}),
              s("text", {x: at + 2, y: y(call.thread) + 40, class: "order"}, String(call.order)));
        }
        group.addEventListener("click", () => {
          told.textContent = call.thread + ": " + text + (call.effect === null ? "" : ", takes effect as number " + call.order);
        });
        svg.append(group);
      }
      box.replaceChildren(svg);
    }

    const zoom = factor => { width *= factor; draw(); };
    const button = (words, factor) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      made.addEventListener("click", () => zoom(factor));
      return made;
    };
    root.append(button("Closer", 1.5), button("Farther", 1 / 1.5), box, told);
    draw();
    box.scrollLeft = box.scrollWidth; // what is not allowed comes last
  }

  document.querySelectorAll("[data-history]").forEach(root => timeline(root, HISTORIES[root.dataset.history]));
})();
