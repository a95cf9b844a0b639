/* Draws a state of the specification: its objects, their queues, and the threads. */
const DRAW = (() => {
  const {h, code, badge} = DOM;
  const T = TLA;
  const field = (record, name) => T.apply(record, name);
  const list = sequence => T.elements(sequence);

  const chip = (...text) => h("li", {class: "chip"}, ...text);
  function queue(name, chips) {
    return h("div", {class: "queue"}, h("span", {class: "what"}, name),
        chips.length ? h("ol", {"aria-label": name}, ...chips) : h("span", {class: "none"}, "empty"));
  }

  /** The names of the handles of an object, each with what it may not do. */
  function handles(state, session, object) {
    return T.pairs(field(state.kernel, "handles"))
        .filter(([, entry]) => field(entry, "object") === object)
        .map(([handle, entry]) => ({name: session.name(handle), rights: T.values(field(entry, "rights")).sort()}));
  }

  function title(state, session, object) {
    return handles(state, session, object).map(one => one.name).join(", ") || "no handle";
  }

  function port(state, session, object, number) {
    const interrupts = list(field(object, "interrupts")).map(packet => chip(
        "key " + SCRIPT.unsigned(field(packet, "key")), ", time " + SCRIPT.signed(field(packet, "timestamp")),
        ", of " + title(state, session, field(packet, "source"))));
    const users = list(field(object, "packets")).map(packet => {
      const payload = field(packet, "payload");
      return chip("key " + SCRIPT.unsigned(field(packet, "key")),
          ", payload " + (typeof payload === "string" ? JSON.parse(payload)[1] : SCRIPT.unsigned(payload)));
    });
    const shown = users.length > 12 ? [...users.slice(0, 12), chip("and " + (users.length - 12) + " more")] : users;
    const open = field(object, "state") === "open";
    const counted = ["count", "asleep", "woken"].map(name => field(object, name));
    return card("port", title(state, session, number), [
      field(object, "bindable") ? null : badge("takes no interrupts"),
      open ? null : badge("last handle closed", "off"),
    ], queue("packets of interrupts", interrupts), queue("other packets", shown),
    counted.some(n => n !== 0) || [...state.calls.values()].some(call => COUNTING.has(field(call, "at"))) ? h("p", {class: "note"}, `counts ${counted[0]} for its readers: ${counted[1]} asleep, ${counted[2]} of them woken`) : null);
  }

  const ARM = {
    armed: "armed: the next trigger of a bound interrupt is delivered",
    sent: "not armed: a packet was sent, and no ack has come",
    early: "not armed: by what came before the bind",
  };

  function interrupt(state, session, object, number) {
    const binding = list(field(object, "binding"));
    const bound = binding.length === 0 ? "not bound"
        : "bound to " + title(state, session, field(binding[0], "port")) + ", key " + SCRIPT.unsigned(field(binding[0], "key"));
    const arm = field(object, "arm");
    const waiting = T.values(field(object, "waiters")).sort();
    return card("interrupt", title(state, session, number), [
      badge(bound, binding.length ? "on" : ""),
      field(object, "destroyed") ? badge("destroyed", "off")
          : h("span", {class: "badge " + (arm === "armed" ? "on" : ""), title: ARM[arm]}, arm === "armed" ? "armed" : "not armed"),
    ], queue("triggers remembered", list(field(object, "remembered")).map(time => chip("time " + SCRIPT.signed(time)))),
    waiting.length ? h("p", {class: "note"}, "waits: " + waiting.join(", ")) : null);
  }

  function card(type, name, badges, ...rows) {
    return h("section", {class: "object " + type, "aria-label": type + " " + name},
        h("h4", {}, name, " ", h("span", {class: "type"}, type)), h("p", {class: "badges"}, ...badges), ...rows);
  }

  function object(state, session, number, object) {
    switch (field(object, "type")) {
      case "port": return port(state, session, object, number);
      case "interrupt": return interrupt(state, session, object, number);
      default: return card(field(object, "type"), title(state, session, number), []);
    }
  }

  /** Where a call is that is not blocked. */
  const AT = {entry: "is looking up its handles", effect: "about to take effect", closing: "the object is told next",
    dozing: "has looked, and is about to fall asleep", lapsed: "woken by its deadline"};
  /** Where readers go by a count of packets. */
  const COUNTING = new Set(["dozing", "asleep", "lapsed"]);
  const BLOCKED = {asleep: "asleep", waiting: "blocked"};

  function thread(name, call, text) {
    const at = field(call, "at");
    const what = at === "done" ? "has returned " + SCRIPT.reply(field(call, "reply")) : AT[at] ?? BLOCKED[at];
    const late = at !== "done" && T.has(field(call, "args"), "deadline") && field(field(call, "args"), "deadline") === "PASSED";
    return h("li", {}, h("b", {}, name), ": ", text ? code(text) : code(field(call, "op")), " ",
        badge(what, at in BLOCKED ? "blocked" : ""), late ? badge("its deadline has passed", "off") : null);
  }

  /**
   * The state.
   *
   * @param session what handles are called: has name(number)
   * @param texts thread -> the call that it has in progress, as a script has it
   * @param replies what calls have returned before: [thread, text]
   */
  function state(state, session, texts = new Map(), replies = []) {
    const objects = T.pairs(field(state.kernel, "objects")).sort(([a], [b]) => a - b);
    const calls = [...state.calls].sort(([a], [b]) => a < b ? -1 : 1);
    const few = T.pairs(field(state.kernel, "handles")).map(([handle, entry]) => [handle, T.values(field(entry, "rights"))]);
    return h("div", {class: "state"},
        h("div", {class: "objects"}, ...objects.map(([number, value]) => object(state, session, number, value)),
            objects.length ? null : h("p", {class: "note"}, "No object yet.")),
        h("ul", {class: "threads", "aria-label": "calls"},
            ...replies.map(([name, text]) => h("li", {class: "none"}, name, ": ", code(text))),
            ...calls.map(([name, call]) => thread(name, call, texts.get(name))),
            calls.length ? null : h("li", {class: "none"}, "no call in progress")),
        few.length ? h("details", {}, h("summary", {}, "Rights of the handles"),
            h("ul", {}, ...few.map(([handle, rights]) =>
                h("li", {}, code(session.name(handle)), ": ", rights.sort().join(" ") || "none")))) : null);
  }

  return {state};
})();
