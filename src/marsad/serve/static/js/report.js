// The report view put together: clicks, keys, and what follows from them. Keys go by their place on the keyboard
// (event.code), so that they work with an Arabic layout, too.

import { draw, drawLegend, wordsOf } from "./form.js";
import { FIELDS, accept, add, back, current, currentField, data, dirty, look, merge, now, onChange, reject, set, setWords, split } from "./model.js";
import { offsetOf, quote, selected } from "./offsets.js";
import { pickActors, pickCount, pickDate, pickOne, pickPlace, pickSources } from "./pickers.js";
import { act, save, settled } from "./server.js";
import { complain, say, text } from "./texts.js";
import * as wordMode from "./word_mode.js";

const KEYS = {
  KeyT: "sub_event_type", Digit1: "side1", Digit2: "side2", Digit3: "assist1", Digit4: "assist2", KeyP: "place",
  KeyD: "date", KeyK: "killed", KeyV: "killed_civilians", KeyW: "wounded", KeyI: "detained", KeyO: "abducted",
  KeyF: "sources", KeyU: "status", KeyB: "evidence",
};
const byId = (id) => document.getElementById(id);

/** Choose a value for a field of the event at work; `typed` is what to search for first. */
function edit(field, typed = "") {
  const event = current();
  if (!event || !data.may_code) return;
  look((it) => { it.field = FIELDS.indexOf(field); });
  const title = data.fields[field];
  const take = (value) => {
    set(field, value);
    if (field.startsWith("killed") && moreCivilians(current())) complain(text("civilians_more"));
  };
  if (field === "sub_event_type") pickOne(title, data.types, event[field], take);
  else if (field === "status") pickOne(title, data.statuses, event[field], take);
  else if (field === "place") pickPlace(title, event.place, typed, take);
  else if (field === "date") pickDate(title, event.date, take);
  else if (field === "sources") pickSources(title, event.sources, typed, take);
  else if (field === "evidence") startWords(field);
  else if (data.counts.includes(field)) pickCount(title, event[field], take);
  else pickActors(title, event[field], typed, { country: event.place.country, day: event.date.start }, take);
}

/** Whether an event tells of more civilians killed than of people killed, whatever the range. */
function moreCivilians({ killed, killed_civilians: civilians }) {
  const most = killed?.high ?? (killed?.low === null ? killed?.best : null) ?? null;
  const least = civilians?.low ?? civilians?.best ?? null;
  return most !== null && least !== null && least > most;
}

/** Take selected words for a field, and offer what they may mean where the value follows from a name. */
function takeWords(field, stretch = selected()) {
  if (!current() || !data.may_code) return;
  if (!stretch) { say(text("no_selection")); return; }
  const quoted = quote(stretch.start, stretch.end);
  look((it) => { it.field = FIELDS.indexOf(field); });
  setWords(field, stretch, quoted);
  document.getSelection().removeAllRanges();
  wordMode.end();
  say(text("words_set", { field: data.fields[field] }));
  if (["place", "side1", "side2", "assist1", "assist2"].includes(field)) edit(field, quoted);
}

function startWords(field) {
  const [first] = wordsOf(current(), field);
  wordMode.begin(first?.start ?? 0);
}

function why(field) {
  look((it) => {
    it.field = FIELDS.indexOf(field);
    it.open = it.open === field ? "" : field;
  });
}

function judge() {
  if (data.may_code && accept()) save();
}

async function onward() {
  await settled();
  if (dirty()) { say(text("unsaved")); return; }
  location.href = byId("next").href;
}

function takeBack() {
  if (back()) say(text("undone"));
  else if (data.may_code) act({ act: "undo" });
}

function step(by) {
  const count = now().events.length;
  if (count) look((it) => { it.event = (it.event + by + count) % count; it.field = 0; it.open = ""; });
  document.querySelector(".event.now")?.scrollIntoView({ block: "nearest" });
}

function stepField(by) {
  look((it) => { it.field = (it.field + by + FIELDS.length) % FIELDS.length; it.open = ""; });
  document.querySelector(".field.now")?.scrollIntoView({ block: "nearest" });
}

function join() {
  if (!merge()) say(text("nothing_to_merge"));
}

function deed(name) {
  if (dirty()) { say(text("unsaved")); return; }
  const button = document.querySelector(`[data-act="${name}"]`);
  if (button) act({ act: name, ...(button.dataset.assignee ? { assignee: Number(button.dataset.assignee) } : {}) });
}

const coding = (run) => () => { if (data.may_code && current()) run(); };
const PLAIN = {
  KeyA: judge, KeyX: coding(reject), KeyJ: () => step(1), KeyH: () => step(-1), KeyN: onward, KeyZ: takeBack,
  KeyY: () => why(currentField()), KeyS: coding(split), KeyM: coding(join), ArrowDown: () => stepField(1),
  ArrowUp: () => stepField(-1), Enter: () => edit(currentField()), KeyE: coding(() => startWords(currentField())), KeyG: () => deed("assign"),
  KeyC: () => byId("comment")?.focus(), KeyR: () => deed("second"), KeyL: () => deed("dispute"),
};
const SHIFTED = {
  KeyA: () => { if (data.may_code && data.coding) add(); }, KeyR: () => deed("confirm"), KeyX: () => deed(document.querySelector('[data-act="aside"]') ? "aside" : "reopen"),
};
const QUESTION = new Set(["?", "؟"]); // wherever a keyboard has it

function typing(target) {
  return target.closest("input, textarea, select, dialog") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || typing(event.target)) return;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.code === "Enter") { event.preventDefault(); if (data.may_code) save(); return; }
  if (ctrl || event.altKey) return;
  if (wordMode.choosing()) {
    if (event.code === "Escape") { wordMode.end(); return; }
    if (event.code === "Enter") { event.preventDefault(); takeWords(currentField(), wordMode.chosen()); return; }
    if (wordMode.move(event)) { event.preventDefault(); return; }
  }
  if (QUESTION.has(event.key)) { event.preventDefault(); byId("keys").showModal(); return; }
  const onButton = event.target.closest("button, a") !== null;
  if (onButton && (event.code === "Enter" || event.code === "Space")) return;
  const field = event.shiftKey ? null : KEYS[event.code];
  const run = field ? () => (selected() ? takeWords(field) : edit(field)) : (event.shiftKey ? SHIFTED : PLAIN)[event.code];
  if (!run) return;
  event.preventDefault();
  run();
});

document.querySelector(".published").addEventListener("click", (event) => {
  if (!document.getSelection().isCollapsed) return;
  const spot = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = spot ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const at = spot ? offsetOf(spot.offsetNode, spot.offset) : range ? offsetOf(range.startContainer, range.startOffset) : null;
  if (at !== null) showField(at);
});

/** Show the field that a word stands behind: of the event at work if it can be, else of another one. */
function showField(at) {
  const { events, event: mine } = now();
  const order = [mine, ...events.keys()].filter((number, place, all) => all.indexOf(number) === place);
  for (const number of order) {
    const hits = FIELDS.flatMap((field) => wordsOf(events[number], field)).filter((part) => part.start <= at && at < part.end);
    hits.sort((left, right) => (left.field === "evidence") - (right.field === "evidence") || left.end - left.start - (right.end - right.start));
    if (!hits.length) continue;
    look((it) => { it.event = number; it.field = FIELDS.indexOf(hits[0].field); it.open = ""; });
    document.querySelector(".field.now")?.scrollIntoView({ block: "nearest" });
    return;
  }
}

addEventListener("beforeunload", (event) => { if (dirty()) event.preventDefault(); });

const acts = { edit, why, words: takeWords, accept: judge, reject, split, merge: join };
onChange(() => draw(acts));
draw(acts);
drawLegend();
byId("keys-open").addEventListener("click", () => byId("keys").showModal());
byId("accept")?.addEventListener("click", judge);
byId("save")?.addEventListener("click", save);
byId("add")?.addEventListener("click", add);
byId("undo")?.addEventListener("click", takeBack);
byId("next").addEventListener("click", (event) => { event.preventDefault(); onward(); });
document.addEventListener("click", (event) => { // the buttons are shown anew when something is saved
  const button = event.target.closest("[data-act]");
  if (button) deed(button.dataset.act);
});
document.addEventListener("change", (event) => {
  if (event.target.id !== "assignee") return;
  if (dirty()) { say(text("unsaved")); return; }
  act({ act: "assign", assignee: event.target.value ? Number(event.target.value) : null });
});
byId("comment-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const comment = byId("comment").value.trim();
  if (comment && dirty()) say(text("unsaved"));
  else if (comment) act({ act: "comment", comment });
});
byId("comment")?.addEventListener("keydown", (event) => {
  if (event.code === "Escape") event.target.blur();
  if ((event.ctrlKey || event.metaKey) && event.code === "Enter") byId("comment-form").requestSubmit();
});
