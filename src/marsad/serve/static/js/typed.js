// What somebody typed into a page, kept while the page is shown anew.

const KEPT = "typed";
const SIGN_IN = "/sign-in";

const person = () => document.querySelector('.who a[href="/account"]')?.textContent ?? "";

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

/** Keep what was typed; `sent`: a form takes it away, and it is wanted again only where the session had ended. */
export function keep({ sent = false } = {}) {
  const all = fields();
  const values = Object.fromEntries(all.filter(([, field]) => typed(field)).map(([name, field]) => [name, ticked(field) ? field.checked : field.value]));
  const [focused, field] = all.find(([, one]) => one === document.activeElement) ?? [];
  const marked = field?.type === "text" || field?.type === "search" ? [field.selectionStart, field.selectionEnd] : null;
  sessionStorage.setItem(KEPT, JSON.stringify({ address: location.pathname + location.search, values, focused, marked, sent, by: person() }));
}

/** Bring back what was kept of this page; what was sent, only to the person who sent it, from signing in. */
export function bring() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (kept?.sent && location.pathname.startsWith(SIGN_IN)) return;
  sessionStorage.removeItem(KEPT);
  if (kept?.address !== location.pathname + location.search) return;
  const from = document.referrer && new URL(document.referrer).pathname;
  if (kept.sent && !(from.startsWith(SIGN_IN) && kept.by === person())) return;
  for (const [name, field] of fields()) {
    if (name in kept.values) {
      if (ticked(field)) field.checked = kept.values[name];
      else field.value = kept.values[name];
      const fold = field.closest("details");
      if (fold) fold.open = true;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (name !== kept.focused) continue;
    field.focus({ preventScroll: true });
    if (kept.marked) field.setSelectionRange(...kept.marked);
  }
}
