// Choosing words of the report without a mouse: arrows go from word to word as the eye does, Shift makes the choice longer.

import { markWords } from "./form.js";
import { parts, unitsOf, wordStretches } from "./offsets.js";
import { say, text } from "./texts.js";

const words = wordStretches();
let on = false;
let [from, to] = [0, 0];

export function choosing() {
  return on;
}

/** Begin at the word that a stretch starts in. */
export function begin(start = 0) {
  if (!words.length) return;
  on = true;
  from = to = Math.max(0, words.findIndex((word) => word.end > start));
  say(text("word_mode"));
  show();
}

export function end() {
  on = false;
  markWords();
}

/** The stretch chosen. */
export function chosen() {
  const [first, last] = from < to ? [from, to] : [to, from];
  return { start: words[first].start, end: words[last].end };
}

function point(offset, ending) {
  const part = parts.find((one) => (ending ? offset <= one.end && offset > one.start : offset < one.end && offset >= one.start));
  return part ? [part.node, unitsOf(part.string, offset - part.start)] : null;
}

function show() {
  const stretch = chosen();
  const [start, stop] = [point(stretch.start, false), point(stretch.end, true)];
  if (start && stop) document.getSelection().setBaseAndExtent(...start, ...stop);
  markWords(stretch);
  start?.[0].parentElement.scrollIntoView({ block: "nearest" });
}

/** Move by a key; true when it was one of this mode's. */
export function move(event) {
  const rightToLeft = getComputedStyle(parts.at(-1).block).direction === "rtl";
  const step = { ArrowLeft: rightToLeft ? 1 : -1, ArrowRight: rightToLeft ? -1 : 1, ArrowDown: 8, ArrowUp: -8 }[event.code];
  if (!step) return false;
  to = Math.max(0, Math.min(words.length - 1, to + step));
  if (!event.shiftKey) from = to;
  show();
  return true;
}
