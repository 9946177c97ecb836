// The map page: what is asked, what is seen, and the address that keeps both.

import { Map, setWorkerUrl } from "../../vendor/maplibre-gl.js";
import { Ground } from "./ground.js";
import { draw, prepare, under } from "./incidents.js";
import { openPopup } from "./popup.js";
import { brush, keepingHandle } from "../brush.js";
import { say, text } from "../texts.js";

const data = JSON.parse(document.getElementById("map-data").textContent);
const form = document.getElementById("asking");
const seen = document.getElementById("seen");
const times = document.getElementById("along");

setWorkerUrl(new URL("../../vendor/maplibre-gl-worker.js", import.meta.url).href);

/** What the form asks for, as it stands in the address. */
function asked() {
  const given = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...given]) if (!value.trim()) given.delete(name);
  return given;
}

function viewFromAddress() {
  const [longitude, latitude, zoom] = (new URLSearchParams(location.search).get("at") ?? "").split(",").map(Number);
  return Number.isFinite(zoom) ? { center: [longitude, latitude], zoom } : null;
}

const wanted = viewFromAddress();
const first = wanted ?? (data.bounds
  ? { bounds: data.bounds, fitBoundsOptions: { padding: 60, maxZoom: 8 } }
  : { center: [40, 33], zoom: 4 });

const map = new Map({
  container: "map",
  style: { version: 8, sources: {}, layers: [] },
  attributionControl: false,
  dragRotate: false,
  pitchWithRotate: false,
  touchPitch: false,
  maxZoom: 14,
  minZoom: 1,
  fadeDuration: 0,
  reduceMotion: true,
  ...first,
});
map.touchZoomRotate.disableRotation();
map.keyboard.disableRotation();
map.getCanvas().setAttribute("aria-label", text("map_keys"));
const ground = new Ground(map, data);

let latest = 0;

/** Ask for what the map shows now, and draw it once the ground is there; an overtaken answer is thrown away. */
async function refresh() {
  const number = ++latest;
  const given = asked();
  const bounds = map.getBounds();
  const box = [bounds.getWest(), Math.max(-90, bounds.getSouth()), bounds.getEast(), Math.min(90, bounds.getNorth())];
  const { lng, lat } = map.getCenter();
  const zoom = map.getZoom();
  const address = new URLSearchParams(given);
  if (!document.body.dataset.still) address.set("at", [lng.toFixed(3), lat.toFixed(3), zoom.toFixed(2)].join(","));
  history.replaceState(null, "", `?${address}`);
  const here = new URLSearchParams(given);
  ["west", "south", "east", "north"].forEach((side, at) => here.set(side, box[at].toFixed(4)));
  here.set("zoom", zoom.toFixed(2));
  const inside = new URLSearchParams(given);
  inside.set("box", box.map((value) => value.toFixed(4)).join(","));
  document.getElementById("as-list").href = `/explore?${given}`;
  try {
    const [drawn, names, list, along] = await Promise.all([
      fetch(`/map/drawn?${here}`).then(checked).then((answer) => answer.json()),
      fetch(`/map/labels?${here}`).then(checked).then((answer) => answer.json()),
      fetch(`/map/list?whole=true&${inside}`).then(checked).then((answer) => answer.text()),
      fetch(`/times?${given}`).then(checked).then((answer) => answer.text()),
    ]);
    await ready;
    if (number !== latest) return;
    ground.name(names);
    draw(map, drawn, ground);
    document.getElementById("total").textContent = drawn.total;
    seen.innerHTML = list;
    keepingHandle(() => {
      times.innerHTML = along;
      brush(times, (since, until) => {
        form.elements.since.value = since;
        form.elements.until.value = until;
        refresh();
      });
    });
    document.body.dataset.drawn = String(number);
  } catch {
    say(text("offline"));
  }
}

function checked(answer) {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

const ready = ground.ready.then(() => prepare(map));
refresh().then(() => {
  map.on("moveend", () => refresh());
  map.on("click", (event) => {
    const found = under(map, event.point);
    if (!found) return;
    if (found.box && found.spread && map.getZoom() < map.getMaxZoom() - 1) {
      map.fitBounds(found.box, { padding: 80, maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 4) });
    } else {
      openPopup(map, event.lngLat, found, asked());
    }
  });
  map.on("mousemove", (event) => {
    map.getCanvas().style.cursor = under(map, event.point) ? "pointer" : "";
  });
});

form.addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
form.addEventListener("change", () => refresh());
document.getElementById("closer").addEventListener("click", () => map.zoomIn());
document.getElementById("farther").addEventListener("click", () => map.zoomOut());
document.getElementById("whole").addEventListener("click", () => {
  if (data.bounds) map.fitBounds(data.bounds, { padding: 60, maxZoom: 8 });
});
seen.addEventListener("click", (event) => {
  const area = event.target.closest("[data-area]")?.dataset.area;
  const box = area && ground.boxOf(area);
  if (!box) return;
  event.preventDefault();
  map.fitBounds(box, { padding: 40 });
});
