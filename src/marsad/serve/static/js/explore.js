// The search page: the bars along time set the days of the form.

import { brush } from "./brush.js";

let held = null;

function ready() {
  const form = document.getElementById("asking");
  brush(document, (since, until) => {
    held = document.activeElement?.closest?.(".handle")?.dataset.end ?? null;
    form.elements.since.value = since;
    form.elements.until.value = until;
    form.requestSubmit();
  });
}

document.addEventListener("htmx:after:swap", () => {
  ready();
  if (held) document.querySelector(`.handle[data-end="${held}"]`)?.focus({ preventScroll: true });
  held = null;
});
ready();
