"use strict";
/* Compares what the site answers with what the program does; RESULT is what the test reads. */
const RESULT = [];
const differs = (what, wanted, found) => RESULT.push(what + "\nexpected " + wanted + "\nfound    " + found);

for (const {script, variant, steps, error} of EXPLAINED) {
  const {lines, error: unreadable} = SCRIPT.parse(script);
  const found = unreadable ? {steps: [], error: unreadable} : MACHINE.explain(variant, lines);
  const told = JSON.stringify([found.error?.line, found.steps.map(
      step => ({line: step.line.number, allowed: step.allowed.map(({text, by}) => ({text, by}))}))]);
  const wanted = JSON.stringify([error, steps]);
  if (told !== wanted) differs(variant + "\n" + script, wanted, told);
}
for (const {script, error} of READ) {
  const found = SCRIPT.parse(script).error?.line ?? 0;
  if (found !== error) differs(script, error, found);
}
for (const program of PROGRAMS) {
  CONTENTS.variants.forEach((variant, n) => {
    const wanted = program.outcomes.filter(one => one.allowed[n]).map(one => one.text).sort().join("; ");
    const found = [...LITMUS.run(program, variant).ways.keys()].sort().join("; ");
    if (found !== wanted) differs(program.name + " " + variant, wanted, found);
  });
}
document.title = "compared " + EXPLAINED.length + " " + READ.length + " " + PROGRAMS.length;
document.getElementById("main").replaceChildren(DOM.h("pre", {id: "result"}, RESULT.slice(0, 3).join("\n\n")));
