// What is kept: sent to the server, which answers with what it made of it.

import { data, kept, now, wanted } from "./model.js";
import { complain, say, text } from "./texts.js";

const token = (page) => page.querySelector('meta[name="csrf"]');
const person = (page) => page.querySelector('.who a[href="/account"]')?.textContent ?? "";

function send(path, body) {
  return fetch(`${path}/${encodeURIComponent(data.report_id)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": token(document).content },
    body: JSON.stringify(body),
  });
}

/** Take the token of a session that the same person began in another tab; tells whether there is one. */
async function renewed() {
  const answer = await fetch("/account", { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!person(page) || token(page).content === token(document).content) return false;
  if (person(page) !== person(document)) throw new Error(text("other_person", { name: person(page) }));
  token(document).content = token(page).content;
  return true;
}

async function post(path, body) {
  let answer;
  try {
    answer = await send(path, body);
    if (answer.status === 403 && (await renewed())) answer = await send(path, body);
  } catch (problem) {
    complain(problem instanceof TypeError ? text("offline") : problem.message);
    return null;
  }
  const told = await answer.json();
  if (answer.ok) return told;
  complain(told.error.message, told.error.way);
  return null;
}

let saving = null;

/** Keep the coding as it stands; the promise tells whether it is kept. */
export function save() {
  say(text("saving"));
  saving = post(data.save_to, { in_force: now().coding, events: wanted() }).then((told) => {
    if (!told) return false;
    kept(told.coding, told.events);
    if (told.onward) location.href = told.onward;
    const state = document.getElementById("state");
    state.textContent = told.status_label;
    state.className = `state ${told.status.replaceAll(" ", "-")}`;
    say(text("saved"));
    if (!told.onward) tellWork();
    return true;
  });
  return saving;
}

/** Show anew what stands below the form: who did what, what may be done next, and the incidents. */
async function tellWork() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const place of [".deeds", ".told", "#incidents"]) {
      const [before, after] = [document, fresh].map((page) => page.querySelector(place));
      if (before && after && !before.contains(document.activeElement)) before.replaceWith(document.adoptNode(after));
    }
  } catch {
    // What is kept is kept; the next page tells it.
  }
}

/** Wait for what is being kept. */
export function settled() {
  return saving ?? Promise.resolve(true);
}

/** One of the other acts; the page is shown anew afterwards. */
export async function act(body) {
  if (await post("/acts", body)) location.reload();
}
