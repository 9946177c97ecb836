// What lies under the incidents: countries, units, and the names of places, all of our own.

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Ground {
  constructor(map, data) {
    this.map = map;
    this.rtl = data.tag.startsWith("ar");
    this.numbers = new Intl.NumberFormat("en", { numberingSystem: data.arabic_digits ? "arab" : "latn" });
    this.outlines = {};
    this.ready = this.load();
  }

  async load() {
    const outlines = new URL("../../vendor/outlines.json", import.meta.url);
    const [found] = await Promise.all([
      fetch(outlines).then((answer) => answer.json()),
      this.map.loaded() ? null : this.map.once("load"),
    ]);
    this.outlines = found;
    const { map } = this;
    map.addSource("ground", { type: "geojson", data: new URL("../../vendor/areas.json", import.meta.url).href, tolerance: 0.6 });
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
    if (area in this.outlines) return area;
    const country = area.includes("/") ? area.split("/")[0] : area.slice(0, 2);
    return country in this.outlines ? country : null;
  }

  boxOf(area) {
    return this.outlines[this.shapeOf(area)]?.slice(0, 4);
  }

  middleOf(area) {
    return this.outlines[area]?.slice(4);
  }
}

export function nothing() {
  return { type: "FeatureCollection", features: [] };
}

export { colour };
