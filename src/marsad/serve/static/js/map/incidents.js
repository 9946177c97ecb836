// Incidents on the map: a point only where the place is exact; else a hatched zone or the area that is known.

import { colour, nothing } from "./ground.js";

const NEAR_KM = 15;
const HATCH = 12;

/** Lines from corner to corner, as a picture that repeats without a seam. */
function hatch(ink) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = HATCH;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = ink;
  pen.lineWidth = 1.6;
  for (const shift of [-HATCH, 0, HATCH]) {
    pen.beginPath();
    pen.moveTo(shift - 2, HATCH + 2);
    pen.lineTo(shift + HATCH + 2, -2);
    pen.stroke();
  }
  return pen.getImageData(0, 0, HATCH, HATCH);
}

const grown = (times) => ["interpolate", ["linear"], ["log10", ["get", "number"]], ...[[0, 11], [1, 14], [2, 18], [3, 22], [5, 30]].flatMap(([log, radius]) => [log, times * radius])];

/** The room of a circle, kept by a figure that nobody sees: names are written beside it. */
const room = (size) => ({ layout: { "text-field": "00", "text-font": ["Plex"], "text-size": size, "text-allow-overlap": true, "text-padding": 2 }, paint: { "text-opacity": 0 } });

/** Numbers on circles always stand; those of areas give way to them, and names to both. */
const numbered = (size) => ({ "text-field": ["get", "told"], "text-font": ["Plex"], "text-size": size, "text-allow-overlap": true, "text-padding": 9 });
const beside = { "text-allow-overlap": false, "text-variable-anchor": ["center", "top", "bottom", "left", "right"], "text-radial-offset": 1.6, "text-padding": 2 };

/** Add the layers, empty. */
export function prepare(map) {
  map.addImage("hatch", hatch(colour("--vague")));
  for (const name of ["areas-told", "zones", "clusters", "points"]) map.addSource(name, { type: "geojson", data: nothing() });
  map.addLayer({ id: "areas", type: "fill", source: "ground", filter: ["in", ["get", "area"], ["literal", []]], paint: { "fill-pattern": "hatch", "fill-opacity": 0.55 } }, "units");
  map.addLayer({ id: "zones", type: "fill", source: "zones", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-pattern": "hatch" } });
  map.addLayer({ id: "zone-edges", type: "line", source: "zones", filter: ["==", ["geometry-type"], "Polygon"], paint: { "line-color": colour("--vague"), "line-width": 1.4, "line-dasharray": [2, 2] } });
  map.addLayer({
    id: "clusters", type: "circle", source: "clusters",
    paint: {
      "circle-color": colour("--accent"), "circle-opacity": 0.88, "circle-stroke-color": colour("--sheet"), "circle-stroke-width": 2,
      "circle-radius": grown(1),
    },
  });
  map.addLayer({ id: "points", type: "circle", source: "points", paint: { "circle-color": colour("--pin"), "circle-radius": 6.5, "circle-stroke-color": colour("--sheet"), "circle-stroke-width": 2 } });
}

/** Numbers and names, over the circles. */
function addNumbers(map) {
  map.addLayer({ id: "area-numbers", type: "symbol", source: "areas-told", layout: { ...numbered(14), ...beside }, paint: { "text-color": colour("--vague"), "text-halo-color": colour("--land"), "text-halo-width": 2 } });
  map.addLayer({ id: "zone-numbers", type: "symbol", source: "zones", filter: ["==", ["geometry-type"], "Point"], layout: numbered(12), paint: { "text-color": colour("--vague"), "text-halo-color": colour("--land"), "text-halo-width": 2 } });
  map.addLayer({ id: "cluster-numbers", type: "symbol", source: "clusters", layout: numbered(12), paint: { "text-color": colour("--accent-ink") } });
  map.addLayer({ id: "cluster-rooms", type: "symbol", source: "clusters", ...room(grown(1.7)) });
  map.addLayer({ id: "point-rooms", type: "symbol", source: "points", ...room(15) });
}

/** Draw an answer of /map/drawn. */
export function draw(map, drawn, ground) {
  if (!map.getLayer("names")) {
    ground.addNames();
    addNumbers(map);
  }
  const told = new Map();
  for (const [area, number] of drawn.areas) {
    const shape = ground.shapeOf(area);
    if (shape) told.set(shape, { number: (told.get(shape)?.number ?? 0) + number, of: [...(told.get(shape)?.of ?? []), area] });
  }
  map.setFilter("areas", ["in", ["get", "area"], ["literal", [...told.keys()]]]);
  collect(map, "areas-told", [...told].map(([shape, { number }]) => point(ground.middleOf(shape), { told: ground.number(number), area: shape })));
  collect(map, "clusters", drawn.clusters.map(([x, y, number, vague, box]) => point([x, y], { number, vague, box: JSON.stringify(box), told: ground.number(number) })));
  collect(map, "points", drawn.points.map((at) => point(at, {})));
  collect(map, "zones", drawn.zones.flatMap(([x, y, number]) => [
    { type: "Feature", properties: { at: JSON.stringify([x, y]) }, geometry: { type: "Polygon", coordinates: [around(x, y)] } },
    point([x, y], { told: number > 1 ? ground.number(number) : "" }),
  ]));
  map.told = told;
}

function collect(map, source, features) {
  map.getSource(source).setData({ type: "FeatureCollection", features });
}

function point(coordinates, properties) {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
}

function around(x, y) {
  const high = NEAR_KM / 111.2;
  const wide = high / Math.cos((y * Math.PI) / 180);
  return Array.from({ length: 49 }, (_, at) => {
    const angle = (at / 48) * 2 * Math.PI;
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
  });
}

/** What lies under a place on the screen: {box, spread} or {area}, null for nothing. */
export function under(map, at) {
  const layers = ["points", "clusters", "zones", "areas"].filter((name) => map.getLayer(name));
  const [found] = map.queryRenderedFeatures(at, { layers });
  if (!found) return null;
  if (found.layer.id === "areas") return { area: found.properties.area, of: map.told.get(found.properties.area)?.of ?? [] };
  if (found.layer.id === "clusters") {
    const box = JSON.parse(found.properties.box);
    return { box, spread: box[2] - box[0] > 1e-6 || box[3] - box[1] > 1e-6 };
  }
  const [x, y] = found.layer.id === "zones" ? JSON.parse(found.properties.at) : found.geometry.coordinates;
  return { box: [x, y, x, y], spread: false, exactly: true };
}
