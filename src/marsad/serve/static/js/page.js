// What every page does: tell htmx who we are, keep focus where people expect it after a part of the page was changed,
// write days in words, and keep what is sent, should the session have ended meanwhile.

import { keep } from "./typed.js";

document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx?.request;
  if (request?.headers) request.headers["X-CSRF"] = document.querySelector('meta[name="csrf"]').content;
});

document.addEventListener("htmx:after:swap", () => {
  document.getElementById("main")?.focus({ preventScroll: true });
});

// The browser does this with its next picture, which on a busy machine comes after the first key of somebody who knows the page.
if (!location.hash) document.querySelector("[autofocus]")?.focus();

/** Write the day of a field above it: the browser shows it in a language of its own. */
async function tellDay(field) {
  const { day } = await import("./days.js");
  field.previousElementSibling.textContent = field.value ? day(field.value) : "";
}

document.addEventListener("input", (event) => {
  if (event.target.type === "date") tellDay(event.target);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || !form.closest("#main")) return;
  if (!form.querySelector("input[type=password]")) keep({ sent: true });
});

addEventListener("pageshow", () => {
  // Coming back to a page, a browser fills fields with what was chosen there.
  for (const field of document.querySelectorAll('input[type="date"]')) if (field.value !== field.defaultValue) tellDay(field);
});

// While the public edition is made, and when a page comes back of which something was kept.
if (document.getElementById("getting-ready") || sessionStorage.getItem("typed")) import("./ready.js");

const menu = document.querySelector(".menu");
const here = menu?.querySelector("[aria-current]");
if (here && menu.scrollWidth > menu.clientWidth) {
  // On a narrow screen the menu is one line to be moved sideways: begin at the page that is open.
  const [line, own] = [menu.getBoundingClientRect(), here.getBoundingClientRect()];
  menu.scrollLeft += own.left + own.width / 2 - line.left - line.width / 2;
}

/** Fade what is cut off at an end of a wide table or picture: on a telephone nothing else says that it goes on there. */
function tellEnds(wide) {
  const [gone, all] = [Math.abs(wide.scrollLeft), wide.scrollWidth - wide.clientWidth];
  wide.classList.toggle("began", gone > 4);
  wide.classList.toggle("goes-on", all - gone > 4);
}

const sizes = new ResizeObserver((seen) => seen.forEach(({ target }) => tellEnds(target.closest(".scroll"))));
for (const wide of document.querySelectorAll(".scroll")) {
  wide.addEventListener("scroll", () => tellEnds(wide), { passive: true });
  for (const one of [wide, ...wide.children]) sizes.observe(one);
}
