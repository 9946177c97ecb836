// The words that scripts show, in the language of the page.

const texts = JSON.parse(document.getElementById("texts").textContent);

const plurals = new Intl.PluralRules(document.documentElement.lang);

/** A text by its name, with values put in for %(name)s; of one that counts, the form for `count`. */
export function text(name, values = {}, count = null) {
  const found = count === null ? texts[name] : texts[name][plurals.select(count)];
  return found.replace(/%\((\w+)\)s/g, (_, key) => values[key]);
}

/** An element with attributes, listeners (functions) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A value out of the record, kept apart from the direction of the text around it. */
export function isolated(value, attributes = {}) {
  return element("bdi", attributes, value);
}

let clearing = 0;

/** Tell what went wrong: it stays until it is closed, or something else is said. A link opens beside this page. */
export function complain(message, way = null) {
  clearTimeout(clearing);
  const box = document.getElementById("said");
  const close = element("button", { type: "button", class: "quiet", click: () => box.replaceChildren() }, text("close"));
  box.replaceChildren(message, way ? element("a", { href: way.path, target: "_blank", rel: "noopener" }, way.title) : "", close);
}

/** Say something to the person, also aloud. */
export function say(message) {
  const box = document.getElementById("said");
  box.textContent = message;
  clearTimeout(clearing);
  clearing = setTimeout(() => { box.textContent = ""; }, 6000);
}
