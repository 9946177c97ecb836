// What is told of a circle, a zone or an area: a part of a page from the server, in a bubble on the map.

import { Popup } from "../../vendor/maplibre-gl.js";
import { element, say, text } from "../texts.js";

const MARGIN = 0.0006;
let open = null;

/** Open a bubble at a place; the incidents in it come from the server, names and quotes escaped there. */
export async function openPopup(map, at, found, given) {
  open?.remove();
  const asked = new URLSearchParams(given);
  if (found.box) {
    const [west, south, east, north] = found.box;
    asked.set("box", [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN].map((value) => value.toFixed(5)).join(","));
  } else {
    asked.set("vague", found.of[0] ?? found.area);
  }
  let told;
  try {
    const answer = await fetch(`/map/list?${asked}`);
    if (!answer.ok) throw new Error(String(answer.status));
    told = await answer.text();
  } catch {
    say(text("offline"));
    return;
  }
  const content = element("div", { class: "bubble", dir: document.documentElement.dir, role: "dialog", "aria-label": text("incidents"), tabindex: "-1" });
  content.innerHTML = told;
  const close = element("button", { type: "button", class: "quiet close", "aria-label": text("close"), click: () => open?.remove() }, "×");
  content.prepend(close);
  content.addEventListener("keydown", (event) => { if (event.key === "Escape") open?.remove(); });
  open = new Popup({ closeButton: false, maxWidth: "none", offset: 8, focusAfterOpen: false }).setLngLat(at).setDOMContent(content).addTo(map);
  open.on("close", () => map.getCanvas().focus());
  content.focus({ preventScroll: true });
}
