"use strict";
/* Before all other scripts of a page that is probed. */
const PROBE = {errors: []};
addEventListener("error", event => PROBE.errors.push(event.message), true);
addEventListener("unhandledrejection", event => PROBE.errors.push(String(event.reason)));
for (const kind of ["error", "warn"]) console[kind] = (...words) => PROBE.errors.push(words.join(" "));
