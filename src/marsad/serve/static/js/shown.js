// Values of the record as people read them.

import { day, number } from "./days.js";
import { data } from "./model.js";
import { text } from "./texts.js";

export function percent(value) {
  return `${number(Math.round(100 * value))}%`;
}

const label = (list, value) => list.find((one) => one.value === value)?.label ?? value;

const BY_NAME = "other:"; // and the name of an actor outside the codebook

export function codedByName(name) {
  return BY_NAME + name;
}

export function actor(code) {
  return data.actors[code] ?? (code.startsWith(BY_NAME) ? code.slice(BY_NAME.length) : code);
}

/** The names of a place and of where it lies. */
export function place(value) {
  const listed = data.places[value.place_id];
  // An area is told by its code where no more may be: names of units and countries are those of the language.
  const area = value.place_id ? null : data.units[value.name] ?? data.countries[value.name];
  const name = listed && listed.name === value.name ? listed.label : area ?? value.name;
  return { name, where: [data.units[value.admin1] ?? value.admin1, data.countries[value.country] ?? value.country].filter(Boolean).join(text("comma")) };
}

export function count(value) {
  if (!value) return "";
  const { low, best, high } = value;
  if (best !== null && low === best && best === high) return number(best);
  if (low === null && high === null) return text("about", { best: number(best) });
  const told = (low === null || high === null) && best === (low ?? high); // "at least 18" tells the best figure, too
  const bounds = low !== null && high !== null ? text("range", { low: number(low), high: number(high) })
    : low !== null ? text("at_least", { low: number(low) }) : text("at_most", { high: number(high) });
  return told || best === null ? bounds : text("best_of", { best: number(best), bounds });
}

/** A field in parts: [{main, small}], one for each value in it. */
export function shown(event, field) {
  const value = event[field];
  if (field === "sub_event_type") return [{ main: label(data.types, value) }];
  if (field === "status") return [{ main: label(data.statuses, value) }];
  if (field === "sources") return value.map((one) => ({ main: one.name, small: label(data.kinds, one.kind) }));
  if (field === "evidence") return value ? [{ main: value }] : [];
  if (field === "date") {
    if (!value.start) return [];
    const main = value.start === value.end ? day(value.start) : `${day(value.start)} – ${day(value.end)}`;
    return [{ main, small: value.precision === 1 ? "" : data.date_precision[value.precision] }];
  }
  if (field === "place") {
    if (!value.name) return [];
    const { name, where } = place(value);
    return [{ main: name, small: [where, value.precision === 1 ? "" : data.place_precision[value.precision]].filter(Boolean).join(" · ") }];
  }
  if (data.counts.includes(field)) return value ? [{ main: count(value) }] : [];
  return value.map((code) => ({ main: actor(code) }));
}
