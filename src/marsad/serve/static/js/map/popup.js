// What is told of a circle, a zone or an area: a part of a page from the server, in a bubble on the map.

import { Popup } from "../../vendor/maplibre-gl.js";
import { element, say, text } from "../texts.js";

const MARGIN = 0.0006;
const MOST = 6;
let open = null;

function within(given, [west, south, east, north]) {
  const asked = new URLSearchParams(given);
  asked.set("box", [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN].map((value) => value.toFixed(5)).join(","));
  return asked;
}

function inArea(given, area) {
  const asked = new URLSearchParams(given);
  asked.set("vague", area);
  return asked;
}

/** Open a bubble at a place; the incidents in it come from the server, names and quotes escaped there. */
export async function openPopup(map, at, found, given) {
  open?.remove();
  const questions = found.box ? [within(given, found.box)] : (found.of.length ? found.of : [found.area]).map((area) => inArea(given, area));
  let told;
  try {
    told = await Promise.all(questions.slice(0, MOST).map(async (asked) => {
      const answer = await fetch(`/map/list?${asked}`);
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }));
  } catch {
    say(text("offline"));
    return;
  }
  const content = element("div", { class: "bubble", dir: document.documentElement.dir, role: "dialog", "aria-label": text("incidents"), tabindex: "-1" });
  content.innerHTML = told.join("");
  const close = element("button", { type: "button", class: "quiet close", "aria-label": text("close"), click: () => open?.remove() }, "×");
  content.prepend(close);
  content.addEventListener("keydown", (event) => { if (event.key === "Escape") open?.remove(); });
  open = new Popup({ closeButton: false, maxWidth: "none", offset: 8, focusAfterOpen: false }).setLngLat(at).setDOMContent(content).addTo(map);
  open.on("close", () => map.getCanvas().focus());
  content.focus({ preventScroll: true });
}
