"use strict";
/* Tells the page around it what is wrong with a page: what stands out, and what axe finds. */
addEventListener("load", async () => {
  const root = document.documentElement;
  const wide = [...document.querySelectorAll("body *")].filter(
      e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, pre, .unseen"));
  if (root.scrollWidth > innerWidth) PROBE.errors.push("wider than the window: " + root.scrollWidth);
  wide.slice(0, 3).forEach(e => PROBE.errors.push("stands out: " + e.tagName + " " + e.textContent.slice(0, 60)));
  const {violations} = await axe.run(document, {resultTypes: ["violations"], preload: false});
  for (const one of violations) {
    if (["serious", "critical"].includes(one.impact)) {
      PROBE.errors.push(one.id + ": " + one.help + ": " + one.nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(" "));
    }
  }
  parent.postMessage({page: location.hash, width: innerWidth, errors: PROBE.errors}, "*");
});
