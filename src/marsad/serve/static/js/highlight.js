// Words of the report in the colours of their fields, by the CSS Custom Highlight API: the text itself is never touched,
// so no joined letter is cut and a copy of it is the report.

import { rangesOf } from "./offsets.js";

const STYLES = {
  sub_event_type: "what", side1: "who", assist1: "who", side2: "whom", assist2: "whom", place: "where", admin1: "where",
  date: "when", killed: "many", killed_civilians: "many", wounded: "many", detained: "many", abducted: "many",
  sources: "says", status: "says", evidence: "act",
};
const ORDER = ["act", "says", "many", "what", "when", "where", "whom", "who", "now", "cursor"];

/** The style of a field: "what" for sub_event_type. */
export function styleOf(field) {
  return STYLES[field] ?? "act";
}

/** Mark stretches [{start, end, style}]; what is not named any more is no longer marked. */
export function mark(stretches) {
  if (!CSS.highlights) return;
  ORDER.forEach((style, priority) => {
    const ranges = stretches.filter((one) => one.style === style).flatMap((one) => rangesOf(one.start, one.end));
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(`f-${style}`, highlight);
  });
}
