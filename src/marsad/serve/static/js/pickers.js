// The dialogue in which a field gets its value: a list to search, figures, days, sources. Enter takes, Esc leaves; so do buttons.

import { data } from "./model.js";
import { day, number } from "./days.js";
import { lookup, offer } from "./options.js";
import { actor, codedByName } from "./shown.js";
import { element, isolated, text } from "./texts.js";

const dialog = document.getElementById("picker");

/** Western digits for those of any script that people type. */
export function plain(typed) {
  return typed.replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0).trim();
}

function open(title, ...content) {
  dialog.replaceChildren(element("h2", { id: "picker-title" }, title), ...content);
  dialog.setAttribute("aria-labelledby", "picker-title");
  dialog.showModal();
}

function close() {
  dialog.close();
  // The browser takes the focus out of a closed dialogue with the next frame; the next key may come before that.
  if (dialog.contains(document.activeElement)) document.activeElement.blur();
}

dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  close();
});

/** A search field over a list of options, in the dialogue. */
function searchable(find, take, more = {}) {
  const list = element("ul", { class: "options", "aria-label": text("search") });
  const hint = matchMedia("(pointer: coarse)").matches ? "choose_by_touch" : "choose"; // a telephone has neither arrows nor Esc
  const input = element("input", { type: "text", "aria-label": text("search"), placeholder: text(hint), autocomplete: "off", dir: "auto" });
  const { update, enter } = offer(input, list, find, take, { ...more, open: () => dialog.open });
  update();
  return { input, list, update, enter };
}

/** The buttons below a dialogue; who has no keyboard leaves by them. */
function ends(...buttons) {
  return element("div", { class: "end" }, ...buttons, element("button", { type: "button", click: close }, text("cancel")));
}

function matching(options, typed) {
  const wanted = typed.toLocaleLowerCase();
  const fits = (option) => [option.label, ...(option.also ?? [])].some((name) => name.toLocaleLowerCase().includes(wanted));
  const starts = (option) => [option.label, ...(option.also ?? [])].some((name) => name.toLocaleLowerCase().startsWith(wanted));
  return options.filter(fits).sort((left, right) => Number(starts(right)) - Number(starts(left)));
}

/** Choose one of a few: types, statuses. */
export function pickOne(title, options, value, take) {
  const ordered = [...options.filter((one) => one.value === value), ...options.filter((one) => one.value !== value)];
  const search = searchable((typed) => (typed ? matching(options, typed) : ordered), (option) => { close(); take(option.value); });
  open(title, search.input, search.list, ends());
  search.input.focus();
}

/** Choose actors: Enter adds, Enter on nothing typed is done, Backspace on nothing typed takes the last away. */
export function pickActors(title, codes, typed, { country, day: on }, take) {
  let chosen = [...codes];
  const chips = element("div", { class: "chips" });
  const done = () => { close(); take(chosen); };
  const draw = () => chips.replaceChildren(...chosen.map((code) => element("button", {
    type: "button", "aria-label": text("remove", { name: actor(code) }),
    click: () => { chosen = chosen.filter((one) => one !== code); draw(); },
  }, isolated(actor(code)), " ×")));
  const find = async (asked) => {
    const found = await lookup("/lookup/actors", { q: asked, country: country ?? "", ...(on ? { day: on } : {}) });
    for (const one of found) data.actors[one.value] = one.label;
    if (asked) found.push({ value: codedByName(asked), label: text("use_as_written", { name: asked }) });
    return found;
  };
  const search = searchable(find, (option, input) => {
    if (!chosen.includes(option.value)) chosen.push(option.value);
    input.value = "";
    draw();
    search.update();
    input.focus();
  }, { onEmptyEnter: done, onBackspace: () => { chosen.pop(); draw(); } });
  draw();
  open(title, chips, search.input, search.list, ends(element("button", { type: "button", class: "main", click: done }, text("done"))));
  search.input.value = typed;
  search.update();
  search.input.focus();
}

function choices(name, title, options, value) {
  const group = element("fieldset", { class: "ask" }, element("legend", {}, title));
  for (const [key, label] of Object.entries(options)) {
    group.append(element("label", {}, element("input", { type: "radio", name, value: key, checked: String(key) === String(value) }), label));
  }
  return group;
}

const chosenIn = (group) => Number(group.querySelector(":checked").value);

/** Choose a place: what it may mean as well first, then anything by name; how precise with Alt and 1, 2 or 3. */
export function pickPlace(title, place, typed, take) {
  const others = [place.place_id, ...place.candidates].filter((id) => data.places[id]);
  const first = others.map((id) => ({ value: id, ...data.places[id] }));
  const group = choices("precision", text("precision"), data.place_precision, place.precision);
  const find = async (asked) => {
    if (!asked) return first;
    const found = await lookup("/lookup/places", { q: asked, country: place.country });
    found.push({ value: null, name: asked, label: text("use_as_written", { name: asked }), where: "" });
    return found;
  };
  let meant = false;
  group.addEventListener("change", () => { meant = true; });
  const search = searchable(find, (option) => {
    if (option.value) data.places[option.value] = option;
    close();
    const same = option.value === place.place_id;
    const precision = meant || same || !option.precision ? chosenIn(group) : option.precision;
    take({
      ...(same ? place : { name: option.name, place_id: option.value, country: option.value ? option.country : place.country, admin1: option.value ? null : place.admin1, also: place.also, candidates: place.candidates }),
      precision,
    });
  }, { onEmptyEnter: () => { close(); take({ ...place, precision: chosenIn(group) }); } });
  search.input.addEventListener("keydown", (event) => {
    const digit = event.altKey && /^Digit([123])$/.exec(event.code);
    if (!digit) return;
    event.preventDefault();
    group.querySelector(`[value="${digit[1]}"]`).checked = meant = true;
  });
  open(title, search.input, search.list, group, ends(element("button", { type: "button", class: "main", click: search.enter }, text("done"))));
  search.input.value = typed;
  search.update();
  search.input.focus();
}

function form(title, content, read, take) {
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const made = element("form", {
    method: "dialog",
    submit: (event) => {
      event.preventDefault();
      const found = read();
      if (found.problem) { problem.textContent = text(found.problem); problem.hidden = false; return; }
      close();
      take(found.value);
    },
  }, ...content, problem, ends(element("button", { class: "main" }, text("done"))));
  open(title, made);
  return made;
}

/** Say how many: one figure for a plain count, three where the report leaves it open; nothing for "not told". A bound that
 *  is the best figure ("at least 18") goes on being it while only the best figure is typed. */
export function pickCount(title, count, take) {
  const value = (name) => count?.[name] ?? "";
  const field = (name) => element("label", {}, text(name), element("input", { name, inputmode: "numeric", dir: "ltr", autocomplete: "off", maxlength: 9, value: value(name) }));
  const [best, low, high] = ["best", "low", "high"].map(field);
  const input = (label) => label.querySelector("input");
  const tied = new Set([["low", low], ["high", high]].filter(([name]) => !count || (count[name] !== null && count[name] === count.best)).map(([, label]) => label));
  input(best).addEventListener("input", () => { for (const label of tied) input(label).value = input(best).value; });
  for (const label of [low, high]) input(label).addEventListener("input", () => { tied.clear(); });
  form(title, [element("div", { class: "row" }, best, low, high)], () => {
    const [b, l, h] = [best, low, high].map((label) => plain(input(label).value));
    if (![b, l, h].some(Boolean)) return { value: null };
    const figures = [l, b, h].map((typed) => (typed === "" ? null : /^\d+$/.test(typed) ? Number(typed) : NaN));
    const told = figures.filter((figure) => figure !== null);
    if (told.some(Number.isNaN) || told.some((figure, at) => at && figure < told[at - 1])) return { problem: "bad_count" };
    return { value: { low: figures[0], best: figures[1], high: figures[2] } };
  }, take);
  input(best).select();
}

function shift(iso, by) {
  const moved = new Date(`${iso}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

/** Say when: the arrows move the first day by one, the last day follows while it was the same. */
export function pickDate(title, date, take) {
  const field = (name, value) => element("label", {}, text(name), element("input", { dir: "ltr", autocomplete: "off", maxlength: 10, placeholder: "2024-03-20", value: value ?? "" }), element("small", {}));
  const first = field("first_day", date.start ?? data.published);
  const last = field("last_day", date.end ?? data.published);
  const input = (label) => label.querySelector("input");
  const group = choices("date_precision", text("precision"), data.date_precision, date.precision);
  let tied = !date.start || date.start === date.end;
  const good = (typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) && shift(typed, 0) === typed;
  const tell = () => {
    for (const label of [first, last]) {
      const typed = plain(input(label).value);
      const before = good(typed) && data.published ? Math.round((Date.parse(data.published) - Date.parse(typed)) / 86400000) : null;
      const gap = before === 0 ? text("publication_day") : before > 0 ? text("days_before", { days: number(before) }, before) : "";
      label.querySelector("small").textContent = good(typed) ? [day(typed), gap].filter(Boolean).join(" · ") : "";
    }
  };
  for (const label of [first, last]) {
    input(label).addEventListener("input", () => {
      if (label === last) tied = false;
      if (label === first && tied) input(last).value = input(first).value;
      tell();
    });
    input(label).addEventListener("keydown", (event) => {
      const by = { ArrowDown: -1, ArrowUp: 1 }[event.code];
      const typed = plain(input(label).value);
      if (!by || !good(typed)) return;
      event.preventDefault();
      input(label).value = shift(typed, by);
      input(label).dispatchEvent(new Event("input"));
    });
  }
  form(title, [element("div", { class: "row" }, first, last), group], () => {
    const [start, end] = [first, last].map((label) => plain(input(label).value));
    const precision = chosenIn(group);
    if (!start && !end) return { value: { start: null, end: null, precision: 3, reason: date.reason } };
    if (!good(start) || !good(end) || end < start) return { problem: "bad_day" };
    return { value: { start, end, precision, reason: null } };
  }, take);
  tell();
  input(first).select();
}

/** Say who says so: lines of a name and a kind. */
export function pickSources(title, sources, typed, take) {
  const lines = element("div", {});
  const line = (source) => {
    const name = element("input", { value: source.name, dir: "auto", maxlength: 300, "aria-label": text("name") });
    const kind = element("select", { "aria-label": text("kind") }, ...data.kinds.map((one) => element("option", { value: one.value, selected: one.value === source.kind }, one.label)));
    const made = element("div", { class: "row" }, element("label", {}, name), element("label", {}, kind),
      element("button", { type: "button", "aria-label": text("remove", { name: source.name }), click: () => made.remove() }, "×"));
    lines.append(made);
    return name;
  };
  sources.forEach(line);
  if (typed) line({ name: typed, kind: "anonymous" });
  const more = element("button", { type: "button", click: () => line({ name: "", kind: "anonymous" }).focus() }, text("add"));
  form(title, [lines, more], () => ({
    value: [...lines.children].map((made) => ({ name: made.querySelector("input").value.trim(), kind: made.querySelector("select").value })).filter((one) => one.name),
  }), take);
  (lines.querySelector("input") ?? more).focus();
}
