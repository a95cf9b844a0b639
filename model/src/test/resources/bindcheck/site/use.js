"use strict";
/* Uses the explorer as a person does, and tells what is not as it should be. */
addEventListener("load", () => {
  const failed = [];
  const expect = (what, holds) => { if (!holds) failed.push(what); };
  const all = selector => [...document.querySelectorAll(selector)];
  const script = () => document.getElementById("script").value;
  const click = (selector, words) => {
    const found = all(selector).find(e => e.textContent === words);
    if (found) found.click(); else failed.push("there is no " + words);
  };
  const go = hash => { history.replaceState(null, "", hash); dispatchEvent(new HashChangeEvent("hashchange")); };

  go("#/explore?" + new URLSearchParams({s: "p = port_create(BIND_TO_INTERRUPT)"}));
  click("button.call", "i = interrupt_create(INVALID, 0, VIRTUAL)");
  click("button.call", "interrupt_bind(i, p, 1, 0)");
  click("button.call", "interrupt_trigger(i, 0, 2)");
  click("button.call", "interrupt_ack(i)");
  click("button.call", "interrupt_trigger(i, 0, 3)");
  expect("the clicked calls are lines: " + script(), script().split("\n").length === 6);
  const packets = () => all(".object.port .queue:first-of-type .chip").length;
  expect("the document keeps both packets, found " + packets(), packets() === 2);
  const kernel = document.getElementById("variant");
  kernel.value = "zircon-2018";
  kernel.dispatchEvent(new Event("change"));
  expect("the kernel of 2018 has one, found " + packets(), packets() === 1);
  click("button", "Undo the last line");
  expect("the last line is undone", script().endsWith("interrupt_ack(i)"));

  const address = location.hash;
  go("#/");
  go(address);
  expect("the address leads back: " + script(), script().endsWith("interrupt_ack(i)")
      && document.getElementById("variant").value === "zircon-2018");

  go("#/explore?" + new URLSearchParams({v: "doc", s: [
    "i = interrupt_create(INVALID, 0, VIRTUAL)", "T1: interrupt_wait(i)", "T2: interrupt_wait(i)"].join("\n")}));
  const choices = all(".lines li:last-child .seen summary code").map(e => e.textContent);
  expect("a second waiter may be refused or wait: " + choices, choices.join("; ") === "T2: BAD_STATE; blocked: T1; blocked: T1, T2");
  click(".lines li:last-child .seen button", "Go on from this alone");
  expect("the script says what it goes on from: " + script(), script().includes("# => T2: BAD_STATE; blocked: T1"));
  expect("the others go on as before", all(".threads li").length === 1);

  const editor = document.getElementById("script");
  editor.value = "p = port_creat(0)";
  editor.dispatchEvent(new Event("input"));
  setTimeout(() => {
    const told = document.getElementById("script-error").textContent;
    expect("a call that there is not is told: " + told, told.startsWith("Line 1: expected a call, found 'port_creat'"));

    go("#/litmus/ack-read-01-pending-unread");
    all("td button")[0].click();
    const steps = all(".steps li").length;
    expect("there is a way to an outcome", steps > 3);
    for (let n = 1; n < steps; n++) click("button", "Next step");
    expect("its last step is shown", all(".steps li")[steps - 1].className === "selected");

    go("#/race?" + new URLSearchParams({s: ["p = port_create(0)", "T1: port_wait(p, PAST)", "", "port_queue(p, 1, 2)"].join("\n")}));
    const late = document.getElementById("program-error").textContent;
    expect("a late set-up is told by its line: " + late, late.startsWith("Line 4: expected the set-up before"));
    go("#/race?" + new URLSearchParams({s: ["p = port_create(0)", "", "port_wait(p, PAST)", "T1: port_queue(p, 1, 2)"].join("\n")}));
    const failing = document.getElementById("program-error").textContent;
    expect("a set-up that fails is told by its line: " + failing, failing.startsWith("Line 3: expected a set-up that answers OK"));
    go("#/race?" + new URLSearchParams({s: ["p = port_create(0)", "T1: port_wait(p, PAST)", "T2: port_queue(p, 1, 2)"].join("\n")}));
    expect("a race has its outcomes", all(".outcomes tbody tr").length === 2);

    go("#/search/BAD_STATE ack");
    expect("search finds something", all(".rows li").length > 2);
    document.title = "used";
    document.getElementById("main").replaceChildren(DOM.h("pre", {id: "result"}, [...PROBE.errors, ...failed].join("\n")));
  }, 1000);
});
