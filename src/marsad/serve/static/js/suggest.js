// Fields of a form that name something of the record: what is typed finds it by name, and its code is sent.

import { lookup, offer } from "./options.js";
import { element, text } from "./texts.js";

/** Give a field its list. What is sent under its name is the code chosen, or else what was typed. */
function suggest(input) {
  const sent = element("input", { type: "hidden", name: input.name, value: input.value });
  const list = element("ul", { class: "options", "aria-label": text("search"), hidden: true });
  input.removeAttribute("name");
  input.value = input.dataset.label;
  const show = (shown) => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) input.removeAttribute("aria-activedescendant");
  };
  const { update } = offer(input, list, (typed) => lookup(input.dataset.from, { q: typed }), (option) => {
    input.value = option.label;
    sent.value = option.value;
    show(false);
  }, { open: () => !list.hidden });
  const begin = () => { if (list.hidden) { show(true); update(); } };
  input.addEventListener("input", () => { sent.value = input.value; show(true); });
  input.addEventListener("click", begin);
  input.addEventListener("keydown", (event) => {
    if (event.code === "Escape") show(false);
    else if (event.code === "ArrowDown" && list.hidden) { event.preventDefault(); begin(); }
  });
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => event.preventDefault()); // and its label does not ask for it again
  input.after(sent, list);
}

document.querySelectorAll("input[data-from]").forEach(suggest);
