// What the person may see is being made ready: ask until it is, then show the page anew with what was typed meanwhile.

import { bring, keep } from "./typed.js";

const OFTEN = 1500;
const STILL = 1000;

let typedAt = 0;

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
