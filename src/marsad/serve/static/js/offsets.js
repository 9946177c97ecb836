// Between the record and the browser. The record counts code points in headline, line feed, text; the browser counts
// UTF-16 units inside each element, where an emoji is two.

const blocks = [...document.querySelectorAll(".text[data-start]")].filter((block) => !block.hidden);

/** How many UTF-16 units the first `points` code points of a string take. */
export function unitsOf(string, points) {
  let units = 0;
  for (; points > 0 && units < string.length; points -= 1) units += string.codePointAt(units) > 0xffff ? 2 : 1;
  return units;
}

/** How many code points the first `units` UTF-16 units of a string hold. */
export function pointsOf(string, units) {
  let points = 0;
  for (let at = 0; at < units; points += 1) at += string.codePointAt(at) > 0xffff ? 2 : 1;
  return points;
}

function startOf(block) {
  return Number(block.dataset.start);
}

/** The report as the record counts it: [{block, node, start, end, string}], in code points. */
export const parts = blocks.map((block) => {
  const node = block.firstChild ?? block.appendChild(document.createTextNode(""));
  const string = node.data;
  return { block, node, string, start: startOf(block), end: startOf(block) + pointsOf(string, string.length) };
});

/** The whole text with a line feed between headline and body, as an array of code points. */
export const whole = [...parts.map((part) => part.string).join("\n")];

/** The words between two offsets. */
export function quote(start, end) {
  return whole.slice(start, end).join("");
}

/** Ranges of the page for a stretch of the record; a stretch over headline and text gives two. */
export function rangesOf(start, end) {
  const found = [];
  for (const part of parts) {
    const from = Math.max(start, part.start);
    const to = Math.min(end, part.end);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(part.node, unitsOf(part.string, from - part.start));
    range.setEnd(part.node, unitsOf(part.string, to - part.start));
    found.push(range);
  }
  return found;
}

/** Where a point of the page lies in the record, null outside the report. */
export function offsetOf(node, units) {
  for (const part of parts) {
    if (node === part.node) return part.start + pointsOf(part.string, units);
    if (node === part.block) return units === 0 ? part.start : part.end;
  }
  return null;
}

/** The stretch of the record that is selected, without blanks at its ends; null when nothing of the report is. */
export function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let [start, end] = [null, null];
  for (const part of parts) {
    if (!range.intersectsNode(part.node)) continue;
    const from = offsetOf(range.startContainer, range.startOffset);
    const to = offsetOf(range.endContainer, range.endOffset);
    start ??= part.node === range.startContainer || part.block === range.startContainer ? from : part.start;
    end = part.node === range.endContainer || part.block === range.endContainer ? to : part.end;
  }
  if (start === null) return null;
  while (start < end && !whole[start].trim()) start += 1;
  while (start < end && !whole[end - 1].trim()) end -= 1;
  return start < end ? { start, end } : null;
}

/** Words of the report as stretches, for choosing them with the arrows. */
export function wordStretches() {
  const found = [];
  let start = null;
  whole.forEach((sign, at) => {
    if (sign.trim()) start ??= at;
    else if (start !== null) { found.push({ start, end: at }); start = null; }
  });
  if (start !== null) found.push({ start, end: whole.length });
  return found;
}
