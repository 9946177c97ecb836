// What lies under the incidents: countries, units, and the names of places, all of our own.

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Ground {
  constructor(map, data) {
    this.map = map;
    this.rtl = data.tag.startsWith("ar");
    this.numbers = new Intl.NumberFormat("en", { numberingSystem: data.arabic_digits ? "arab" : "latn" });
    this.areas = new Map();
    this.ready = this.load();
  }

  async load() {
    const file = new URL("../../vendor/areas.json", import.meta.url);
    const [collection] = await Promise.all([
      fetch(file).then((answer) => answer.json()),
      this.map.loaded() ? null : this.map.once("load"),
    ]);
    for (const feature of collection.features) {
      const { area, level } = feature.properties;
      if (area && !this.areas.has(area)) this.areas.set(area, { level, ...measured(feature.geometry.coordinates) });
    }
    const { map } = this;
    map.addSource("ground", { type: "geojson", data: collection, tolerance: 0.6 });
    map.addSource("names", { type: "geojson", data: nothing() });
    map.addLayer({ id: "water", type: "background", paint: { "background-color": colour("--water") } });
    map.addLayer({ id: "land", type: "fill", source: "ground", filter: ["==", ["get", "level"], "country"], paint: { "fill-color": colour("--land"), "fill-antialias": false } });
    map.addLayer({ id: "units", type: "line", source: "ground", minzoom: 4, filter: ["==", ["get", "level"], "admin1"], paint: { "line-color": colour("--border"), "line-width": 0.8, "line-dasharray": [3, 2] } });
    map.addLayer({ id: "borders", type: "line", source: "ground", filter: ["==", ["get", "level"], "country"], paint: { "line-color": colour("--border"), "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 7, 1.6] } });
  }

  /** Names go on top of all else, once everything else is there. */
  addNames() {
    this.map.addLayer({
      id: "names", type: "symbol", source: "names",
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["Plex"],
        "text-size": ["match", ["get", "feature"], "admin1", 13, "city", 14, 12],
        "text-offset": [0, 0.9],
        "text-padding": 4,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: {
        "text-color": ["match", ["get", "feature"], "admin1", colour("--soft"), colour("--ink")],
        "text-halo-color": colour("--land"), "text-halo-width": 1.6,
      },
    });
  }

  name(labels) {
    this.map.getSource("names").setData({
      type: "FeatureCollection",
      features: labels.map(([name, longitude, latitude, feature], rank) => ({
        type: "Feature", properties: { name, feature, rank }, geometry: { type: "Point", coordinates: [longitude, latitude] },
      })),
    });
  }

  number(value) {
    return this.numbers.format(value);
  }

  /** An area that has a shape: itself, else the country that it lies in. */
  shapeOf(area) {
    if (this.areas.has(area)) return area;
    const country = area.includes("/") ? area.split("/")[0] : area.slice(0, 2);
    return this.areas.has(country) ? country : null;
  }

  boxOf(area) {
    return this.areas.get(this.shapeOf(area))?.box;
  }

  middleOf(area) {
    return this.areas.get(area)?.middle;
  }
}

export function nothing() {
  return { type: "FeatureCollection", features: [] };
}

export { colour };

/** The box of a shape, and the middle of its largest part. */
function measured(polygons) {
  let box = [180, 90, -180, -90];
  let largest = null;
  for (const [ring] of polygons) {
    const own = [180, 90, -180, -90];
    for (const [x, y] of ring) {
      own[0] = Math.min(own[0], x); own[1] = Math.min(own[1], y); own[2] = Math.max(own[2], x); own[3] = Math.max(own[3], y);
    }
    box = [Math.min(box[0], own[0]), Math.min(box[1], own[1]), Math.max(box[2], own[2]), Math.max(box[3], own[3])];
    const size = (own[2] - own[0]) * (own[3] - own[1]);
    if (!largest || size > largest.size) largest = { size, ring };
  }
  return { box, middle: centre(largest.ring) };
}

function centre(ring) {
  let area = 0, x = 0, y = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [ring[at], ring[at + 1]];
    const cross = x1 * y2 - x2 * y1;
    area += cross; x += (x1 + x2) * cross; y += (y1 + y2) * cross;
  }
  return area ? [x / (3 * area), y / (3 * area)] : ring[0];
}
