// The events of the report as the person wants them, and every earlier state of them, so that each change can be taken back.

/** What the server told of this page. */
export const data = JSON.parse(document.getElementById("data").textContent);

export const FIELDS = Object.keys(data.fields);
export const SIDES = ["side1", "assist1", "side2", "assist2"];

const state = {
  events: data.events.map((event) => ({ ...structuredClone(event), verdict: "" })),
  event: 0,
  field: 0,
  open: "",
  coding: data.coding,
};
let original = JSON.stringify(data.events);
const past = [];
const listeners = [];

/** The present state: events (each with a verdict "", "right" or "out"), which event and field are at work. */
export function now() {
  return state;
}

export function current() {
  return state.events[state.event] ?? null;
}

export function currentField() {
  return FIELDS[state.field];
}

/** Call back after every change. */
export function onChange(listener) {
  listeners.push(listener);
}

function told() {
  listeners.forEach((listener) => listener());
}

/** Change events; the state before can be come back to. */
export function change(edit) {
  past.push(JSON.stringify({ events: state.events, event: state.event }));
  edit(state);
  state.event = Math.max(0, Math.min(state.event, state.events.length - 1));
  told();
}

/** Look at another event or field; nothing is changed by that. */
export function look(edit) {
  edit(state);
  told();
}

/** Take the last change back; false when there is none. */
export function back() {
  const before = past.pop();
  if (!before) return false;
  Object.assign(state, JSON.parse(before));
  told();
  return true;
}

/** Set a field of the event at work; the words that stood behind the old value no longer do. */
export function set(field, value) {
  change((it) => {
    const event = it.events[it.event];
    if (JSON.stringify(event[field]) === JSON.stringify(value)) return;
    event[field] = value;
    event.evidence_fields = event.evidence_fields.filter((part) => part.field !== field || part.rule_id === "person");
    event.touched = [...new Set([...(event.touched ?? []), field])];
    event.verdict = "";
  });
}

/** Take words for a field of the event at work, in the place of those before. */
export function setWords(field, { start, end }, quoted) {
  change((it) => {
    const event = it.events[it.event];
    const words = { field, start, end, quote: quoted, rule_id: "person", entry_ids: [], note: null };
    event.evidence_fields = [...event.evidence_fields.filter((part) => part.field !== field), words];
    if (field === "evidence") event.evidence = [...quoted].slice(0, 200).join("");
    event.touched = [...new Set([...(event.touched ?? []), field])];
    event.verdict = "";
  });
}

function blank() {
  const like = state.events[state.event] ?? state.events[0];
  return {
    event_id: null, sub_event_type: "Armed clash", side1: [], assist1: [], side2: [], assist2: [], units: [],
    place: { name: "", country: like?.place.country ?? "", admin1: null, precision: 1, place_id: null, also: [], candidates: [] },
    date: { start: data.published, end: data.published, precision: 1, reason: null },
    killed: null, killed_civilians: null, wounded: null, detained: null, abducted: null,
    sources: structuredClone(like?.sources ?? []), status: "reported", evidence: "", evidence_fields: [],
    confidence: 1, confidence_fields: {}, verdict: "",
  };
}

/** Add an event after the one at work. */
export function add() {
  change((it) => {
    const at = it.events.length ? it.event + 1 : 0;
    it.events.splice(at, 0, blank());
    it.event = at;
    it.field = 0;
  });
}

/** Make two events of the one at work: the second starts as a copy. */
export function split() {
  change((it) => {
    const copy = structuredClone(it.events[it.event]);
    it.events.splice(it.event + 1, 0, { ...copy, event_id: null, verdict: "" });
    it.events[it.event].verdict = "";
    it.event += 1;
  });
}

function wider(left, right) {
  if (!left || !right) return left ?? right;
  const least = (a, b) => (a === null || b === null ? null : Math.min(a, b));
  const most = (a, b) => (a === null || b === null ? null : Math.max(a, b));
  return { low: least(left.low, right.low), best: left.best ?? right.best, high: most(left.high, right.high) };
}

/** Join the event at work with the next one: its own values stay, gaps are filled, words of both stay. False if it is last. */
export function merge() {
  if (state.event + 1 >= state.events.length) return false;
  change((it) => {
    const event = it.events[it.event];
    const [other] = it.events.splice(it.event + 1, 1);
    for (const side of SIDES) event[side] = [...new Set([...event[side], ...other[side]])];
    for (const count of data.counts) event[count] = wider(event[count], other[count]);
    if (!event.place.name) event.place = other.place;
    if (!event.date.start) event.date = other.date;
    const said = new Set(event.sources.map((source) => source.name + source.kind));
    event.sources.push(...other.sources.filter((source) => !said.has(source.name + source.kind)));
    event.evidence_fields.push(...other.evidence_fields);
    event.touched = [...new Set([...(event.touched ?? []), "merged"])];
    event.verdict = "";
  });
  return true;
}

/** Take the event at work out, or in again. */
export function reject() {
  change((it) => {
    const event = it.events[it.event];
    event.verdict = event.verdict === "out" ? "" : "out";
  });
}

/** Find the event at work right, and go on to the next one that has no verdict; true when all have one. */
export function accept() {
  if (!state.events.length) return true;
  change((it) => {
    it.events[it.event].verdict = it.events[it.event].verdict || "right";
    const open = it.events.findIndex((event) => !event.verdict);
    if (open >= 0) { it.event = open; it.field = 0; }
  });
  return state.events.every((event) => event.verdict);
}

function bare(event) {
  const { verdict, touched, ...rest } = event;
  return rest;
}

/** Whether anything differs from what is kept. */
export function dirty() {
  return JSON.stringify(wanted()) !== original;
}

/** The events to keep: those not taken out. */
export function wanted() {
  return state.events.filter((event) => event.verdict !== "out").map(bare);
}

/** Take over what was kept. */
export function kept(coding, events) {
  state.coding = coding;
  state.events = events.map((event) => ({ ...event, verdict: "right" }));
  state.event = Math.max(0, Math.min(state.event, events.length - 1));
  original = JSON.stringify(events);
  past.length = 0;
  told();
}
