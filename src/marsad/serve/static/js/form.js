// The events beside the report, drawn anew after every change, and the words of the event at work marked in the report.

import { mark, styleOf } from "./highlight.js";
import { FIELDS, current, currentField, data, look, now } from "./model.js";
import { whole } from "./offsets.js";
import { number } from "./days.js";
import { percent, shown } from "./shown.js";
import { element, isolated, text } from "./texts.js";

const box = document.getElementById("events");
const ALWAYS = new Set(["sub_event_type", "side1", "side2", "place", "date", "killed", "sources", "status"]);
const EMPTY = { date: "undated", place: "unplaced", side1: "none", side2: "none", assist1: "none", assist2: "none" };
const LOW = 0.6;

/** The words behind a field of an event. */
export function wordsOf(event, field) {
  const own = event.evidence_fields.filter((part) => part.field === field);
  if (own.length || field !== "evidence" || !event.evidence) return own;
  const quoted = [...event.evidence];
  const first = whole.findIndex((_, at) => quoted.every((sign, n) => whole[at + n] === sign));
  return first < 0 ? [] : [{ field, start: first, end: first + quoted.length, quote: event.evidence, rule_id: "", entry_ids: [], note: null }];
}

/** Draw everything. `acts` says what to do with clicks: {edit, why, words, accept, reject, split, merge}. */
export function draw(acts) {
  const state = now();
  const active = document.activeElement?.dataset?.at;
  box.replaceChildren(...state.events.map((event, at) => card(event, at, acts)));
  if (!state.events.length) box.append(element("p", { class: "empty" }, text(data.coding ? "no_events" : "uncoded")));
  if (active) box.querySelector(`[data-at="${active}"]`)?.focus({ preventScroll: true });
  markWords();
}

function card(event, at, acts) {
  const state = now();
  const mine = at === state.event;
  const title = element("h2", { class: "title" }, shown(event, "sub_event_type")[0].main);
  const verdict = event.verdict === "right" ? element("span", { class: "state checked" }, text("accepted"))
    : event.verdict === "out" ? element("span", { class: "state disputed" }, text("rejected"))
    : event.touched?.length ? element("span", { class: "state changed" }, text(event.event_id ? "changed" : "new")) : null;
  const choose = () => { if (now().event !== at) look((it) => { it.event = at; it.field = 0; it.open = ""; }); };
  const tool = (name, act) => element("button", { type: "button", "data-at": `${at}-${name}`, click: () => { choose(); act(); } }, text(name));
  const head = element("header", { click: choose }, title,
    element("small", {}, text("event", { number: number(at + 1), total: number(state.events.length) })),
    verdict, element("span", { class: "spring" }),
    ...(data.may_code && mine ? [tool(event.verdict === "out" ? "keep" : "reject", acts.reject), tool("split", acts.split),
      at + 1 < state.events.length ? tool("merge", acts.merge) : null] : []));
  const fields = FIELDS.filter((field) => mine || ALWAYS.has(field)).filter((field) => mine || shown(event, field).length);
  const list = element("ul", { class: "fields" }, ...fields.map((field) => row(event, at, field, mine, acts)));
  return element("article", { class: `event${mine ? " now" : ""}${event.verdict === "out" ? " out" : ""}`, "data-event": at, "aria-current": mine ? "true" : null }, head, list);
}

function row(event, at, field, mine, acts) {
  const state = now();
  const here = mine && FIELDS[state.field] === field;
  const values = shown(event, field);
  const parts = values.map(({ main, small }, n) => element("span", {}, n ? text("comma") : "", isolated(main, { dir: "auto" }), ...(small ? [" ", element("small", {}, isolated(small))] : [])));
  const choose = () => look((it) => { it.event = at; it.field = FIELDS.indexOf(field); it.open = ""; });
  const value = element("button", {
    type: "button", class: `value${values.length ? "" : " none"}`, "data-at": `${at}-${field}`,
    click: () => { if (mine && here && data.may_code) acts.edit(field); else choose(); },
  }, element("span", { class: "unseen" }, `${data.fields[field]}: `), ...(parts.length ? parts : [text(EMPTY[field] ?? "not_told")]));
  const place = field === "place" && event.place?.place_id;
  const tools = element("span", { class: "tools" },
    mine && place ? element("a", { class: "place-page", href: `/places/${encodeURIComponent(place)}`, "data-at": `${at}-${field}-page`, "aria-label": `${text("place_page")}: ${parts.map((part) => part.textContent).join("")}` }, text("place_page")) : null,
    mine && data.may_code ? element("button", { type: "button", "data-at": `${at}-${field}-edit`, "aria-label": `${text("edit")}: ${data.fields[field]}`, click: () => { choose(); acts.edit(field); } }, text("edit")) : null,
    mine ? element("button", { type: "button", "data-at": `${at}-${field}-why`, "aria-expanded": String(here && state.open === field), "aria-label": `${text("why")}: ${data.fields[field]}`, click: () => acts.why(field) }, text("why")) : null);
  const name = element("span", { class: "name" }, element("span", { class: `swatch f-${styleOf(field)}` }), data.fields[field]);
  return element("li", { class: `field${here ? " now" : ""}`, "data-field": field }, name, value, certainty(event, field), tools,
    here && state.open === field ? because(event, field, acts) : null);
}

function certainty(event, field) {
  if (event.touched?.includes(field)) return element("span", { class: "sure person" }, text("by_person"));
  const sure = event.confidence_fields[field];
  if (sure === undefined) return element("span", {});
  return element("span", { class: `sure${sure < LOW ? " low" : ""}`, title: text("sure", { percent: percent(sure) }) },
    element("span", { class: "unseen" }, text("sure", { percent: percent(sure) })), element("span", { "aria-hidden": "true" }, percent(sure)));
}

function because(event, field, acts) {
  const words = wordsOf(event, field);
  const lines = words.map((part) => element("div", {},
    element("p", {}, element("q", { dir: "auto", lang: "ar" }, part.quote)),
    part.rule_id === "person" ? element("p", {}, text("by_person")) : part.rule_id ? element("p", {}, data.rules[part.rule_id] ?? "", " ", element("small", {}, `${text("rule")}: `, isolated(part.rule_id, { dir: "ltr" }))) : null,
    part.entry_ids.length ? element("p", {}, `${text("entries")}: `, ...part.entry_ids.flatMap((id, n) => [n ? " · " : "", element("a", { href: `/entries/${encodeURIComponent(id)}` }, isolated(id, { dir: "ltr" }))])) : null,
    part.note ? element("p", {}, `${text("note")}: `, isolated(data.notes[part.note] ?? part.note, { dir: "auto" })) : null));
  const take = data.may_code ? element("button", { type: "button", click: () => acts.words(field) }, text("set_words")) : null;
  return element("div", { class: "because" }, ...(lines.length ? lines : [element("p", {}, text("no_words"))]), take);
}

/** Mark the words of the event at work, those of the field at work strongest. */
export function markWords(cursor = null) {
  const event = current();
  const marks = [];
  if (event) {
    for (const field of FIELDS) {
      for (const part of wordsOf(event, field)) {
        const style = field === currentField() && field !== "evidence" ? "now" : styleOf(field);
        marks.push({ start: part.start, end: part.end, style });
      }
    }
  }
  if (cursor) marks.push({ ...cursor, style: "cursor" });
  mark(marks);
}

/** The colours in use, named under the report. */
export function drawLegend() {
  const used = new Map();
  for (const field of FIELDS) if (!used.has(styleOf(field)) && styleOf(field) !== "act") used.set(styleOf(field), data.counts.includes(field) ? text("harm") : data.fields[field]);
  document.getElementById("legend").replaceChildren(...[...used].map(([style, name]) => element("span", { class: `f-${style}` }, name)));
}
