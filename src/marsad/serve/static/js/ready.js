// What the person may see is being made ready: ask until it is, then show the page anew with what was typed meanwhile.

const KEPT = "typed";
const OFTEN = 1500;
const STILL = 1000;

let typedAt = 0;

/** The fields that a person fills in, each with a name that it has on the next page, too. */
function fields() {
  const met = new Map();
  return [...document.querySelectorAll("#main :is(input:not([type=hidden], [type=password], [type=file]), textarea, select)")].map((field) => {
    const name = `${field.form?.getAttribute("action") ?? ""} ${field.name}`;
    met.set(name, (met.get(name) ?? 0) + 1);
    return [`${name} ${met.get(name)}`, field];
  });
}

const ticked = (field) => ["checkbox", "radio"].includes(field.type);

function typed(field) {
  if (ticked(field)) return field.checked !== field.defaultChecked;
  if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return field.value !== field.defaultValue;
}

function keep() {
  const all = fields();
  const values = Object.fromEntries(all.filter(([, field]) => typed(field)).map(([name, field]) => [name, ticked(field) ? field.checked : field.value]));
  const [focused, field] = all.find(([, one]) => one === document.activeElement) ?? [];
  const marked = field?.type === "text" || field?.type === "search" ? [field.selectionStart, field.selectionEnd] : null;
  sessionStorage.setItem(KEPT, JSON.stringify({ address: location.pathname + location.search, values, focused, marked }));
}

function bring() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.address !== location.pathname + location.search) return;
  for (const [name, field] of fields()) {
    if (name in kept.values) {
      if (ticked(field)) field.checked = kept.values[name];
      else field.value = kept.values[name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (name !== kept.focused) continue;
    field.focus({ preventScroll: true });
    if (kept.marked) field.setSelectionRange(...kept.marked);
  }
}

/** Nobody is in the middle of something that would be lost. */
function still() {
  const secret = [...document.querySelectorAll("input[type=password]")].some((field) => field.value);
  return !secret && !document.querySelector("dialog[open]") && Date.now() - typedAt > STILL;
}

async function look() {
  let ready = false;
  try {
    const answer = await fetch("/ready", { headers: { Accept: "application/json" } });
    ready = answer.ok && (await answer.json()).ready;
  } catch {
    // The server is asked again.
  }
  if (ready && still()) {
    keep();
    location.reload();
  } else setTimeout(look, ready ? STILL : OFTEN);
}

bring();
if (document.getElementById("getting-ready")) {
  document.addEventListener("input", () => { typedAt = Date.now(); }, true);
  setTimeout(look, OFTEN);
}
