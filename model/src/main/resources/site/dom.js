/* Elements, links and words that every page uses. */
const DOM = (() => {
  /** An element: attributes, listeners (onclick) and children; text is never read as HTML. */
  function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
    return element;
  }

  const link = (to, ...children) => h("a", {href: "#/" + to}, ...children);
  const code = text => h("code", {}, text);
  const badge = (text, style = "") => h("span", {class: "badge " + style}, text);
  const page = (...parts) => parts.map(encodeURIComponent).join("/");

  /** A place of the site for an id: a requirement, a choice or an alternative, a finding. */
  function idLink(id) {
    const [subject] = id.split("=");
    const to = subject.startsWith("R-") ? page("document", subject)
        : subject.startsWith("C-") ? page("choices", subject)
        : page("findings", subject);
    return h("a", {href: "#/" + to, class: "id"}, id);
  }

  /** Text in which `words` are code and ids are links; blank lines part paragraphs. */
  function prose(text) {
    return text.split(/\n\s*\n/).filter(part => part.trim()).map(part => {
      const pieces = part.split(/(`[^`]+`|\b[RC]-[a-z]+(?:-[a-z]+)*(?:=[A-Za-z0-9_-]+)?|\bF-\d\d\b)/);
      return h("p", {}, ...pieces.map((piece, n) => n % 2 === 0 ? piece
          : piece[0] === "`" ? code(piece.slice(1, -1)) : idLink(piece)));
    });
  }

  /** What several variants have in common, short: one chip for all of them. */
  function chips(variants, all) {
    if (variants.length === all.length) return [h("span", {class: "badge all", title: all.join(", ")}, "all")];
    return variants.map(name => badge(name, "variant"));
  }

  /** What a kernel allows and the document does not. */
  const isQuirk = (allowed, all) => !allowed.includes(all[0]);

  /** A cell that says whether one allows it. */
  function answer(name, allowed, quirk) {
    return h("td", {class: allowed ? quirk ? "quirk" : "yes" : "none", "data-by": name + " "}, allowed ? "yes" : "no");
  }

  function copyButton(text, words) {
    const button = h("button", {type: "button", onclick: async () => {
      try {
        await navigator.clipboard.writeText(text());
        button.textContent = "Copied";
      } catch {
        button.textContent = "Select the text and copy it";
      }
      setTimeout(() => { button.textContent = words; }, 1500);
    }}, words);
    return button;
  }

  return {h, link, code, badge, page, idLink, prose, chips, isQuirk, answer, copyButton};
})();
