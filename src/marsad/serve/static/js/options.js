// A list of options below a field, which follows what is typed into it: arrows move, Enter takes.

import { element, isolated, say, text } from "./texts.js";

let listNumber = 0;

/** Ask the server for options. */
export async function lookup(path, values) {
  const answer = await fetch(`${path}?${new URLSearchParams(values)}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Offer options for an input in a list. `find(typed)` gives [{value, label, where}], `take(option, input)` gets the
 *  choice; `open()` says whether the list is shown. Returns what asks anew, and what Enter does. */
export function offer(input, list, find, take, { open, onEmptyEnter = null, onBackspace = null }) {
  const id = `options-${listNumber += 1}`;
  list.id = id;
  list.setAttribute("role", "listbox");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": id, "aria-autocomplete": "list", "aria-expanded": String(open()) })) input.setAttribute(name, value);
  let options = [];
  let at = 0;
  let asked = 0;
  const draw = () => {
    list.replaceChildren(...options.map((option, n) => element("li", {
      role: "option", id: `${id}-${n}`, "aria-selected": String(n === at), click: () => take(option, input),
    }, isolated(option.label, { dir: "auto" }), element("small", {}, isolated(option.where ?? "")))));
    if (!options.length && input.value.trim()) list.append(element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, text("no_match")));
    input.setAttribute("aria-activedescendant", options.length ? `${id}-${at}` : "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    const mine = (asked += 1);
    try {
      const found = await find(input.value.trim());
      if (mine !== asked) return;
      options = found;
      at = 0;
      draw();
    } catch {
      say(text("offline"));
    }
  };
  let finding = Promise.resolve();
  const update = () => { finding = ask(); };
  input.addEventListener("input", update);
  let entering = Promise.resolve(); // a second Enter waits for what the first one was waiting for
  let waiting = 0; // until then nothing typed may change what the first one meant
  const enter = async () => {
    if (!open()) return;
    if (!input.value.trim() && onEmptyEnter) { onEmptyEnter(); return; }
    await finding;
    if (options[at]) take(options[at], input);
  };
  const pressed = () => {
    waiting += 1;
    entering = entering.then(enter).finally(() => { waiting -= 1; });
  };
  input.addEventListener("keydown", (event) => {
    if (!open()) return;
    if (waiting && !["Enter", "NumpadEnter", "Escape"].includes(event.code)) { event.preventDefault(); return; }
    if (event.code === "ArrowDown" || event.code === "ArrowUp") {
      event.preventDefault();
      at = (at + (event.code === "ArrowDown" ? 1 : -1) + options.length) % Math.max(options.length, 1);
      draw();
    } else if (event.code === "Enter" || event.code === "NumpadEnter") {
      event.preventDefault();
      pressed();
    } else if (event.code === "Backspace" && !input.value && onBackspace) {
      event.preventDefault();
      onBackspace();
    }
  });
  return { update, enter: pressed };
}
