// The search page: the bars along time set the days of the form, and what is typed while an answer comes stays.

import { brush } from "./brush.js";

let handle = null;
let asked = new Map();
let typed = [];
let at = null;

const form = () => document.getElementById("asking");
const fields = () => [...form().elements].filter((one) => one.name && one.type !== "hidden");
const given = (field) => (field.type === "checkbox" ? field.checked : field.value);

function ready() {
  brush(document, (since, until) => {
    handle = document.activeElement?.closest?.(".handle")?.dataset.end ?? null;
    form().elements.since.value = since;
    form().elements.until.value = until;
    form().requestSubmit();
  });
}

function bring() {
  for (const one of typed) {
    const field = form().elements[one.name];
    if (field.type === "checkbox") field.checked = one.checked;
    else field.value = one.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!at) return;
  const field = form().elements[at.name];
  field.focus({ preventScroll: true });
  if (at.marked) field.setSelectionRange(...at.marked);
}

document.addEventListener("htmx:before:request", () => {
  asked = new Map(fields().map((one) => [one.name, given(one)]));
});

document.addEventListener("htmx:before:swap", (event) => {
  typed = fields().filter((one) => given(one) !== asked.get(one.name));
  const field = document.activeElement;
  const busy = typed.includes(field) || (event.detail.ctx.sourceEvent?.type === "change" && fields().includes(field));
  at = busy ? { name: field.name, marked: ["text", "search"].includes(field.type) ? [field.selectionStart, field.selectionEnd] : null } : null;
});

document.addEventListener("htmx:after:swap", () => {
  ready();
  bring();
  if (handle) document.querySelector(`.handle[data-end="${handle}"]`)?.focus({ preventScroll: true });
  handle = null;
});
ready();
