// Days and numbers in the language of the page and the digits of its reader, whatever the language of the browser.

const { lang, dataset } = document.documentElement;
const LOCALE = { ar: "ar-EG", "ar-SY": "ar-SY", en: "en-GB" }[lang];
const numberingSystem = dataset.digits ?? "latn";
const numbers = new Intl.NumberFormat(LOCALE, { numberingSystem });
const days = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC", calendar: "gregory", numberingSystem,
});

export function number(value) {
  return numbers.format(value);
}

/** A day of the record, "2024-03-20", in words. */
export function day(value) {
  return days.format(new Date(`${value}T00:00:00Z`)).replace(/[\u200e\u200f]/g, "");
}
