// The bars along time: a range is chosen by dragging over them, or with two handles by keys.

const rtl = document.documentElement.dir === "rtl";
const PAUSE = 700;

/** Let a person choose days on the bars in `root`; `apply` is told the first and the last one, "" for no end. */
export function brush(root, apply) {
  const figure = root.querySelector("#times");
  if (!figure) return;
  const bars = [...figure.querySelectorAll(".bar")];
  const handles = Object.fromEntries([...figure.querySelectorAll(".handle")].map((one) => [one.dataset.end, one]));
  const chosen = bars.flatMap((bar, at) => (bar.classList.contains("chosen") ? [at] : []));
  let [first, last] = chosen.length ? [chosen[0], chosen.at(-1)] : [0, bars.length - 1];
  let waiting = 0;
  let from = null;

  function show() {
    bars.forEach((bar, at) => bar.classList.toggle("chosen", first <= at && at <= last));
    for (const [end, at] of [["since", first], ["until", last]]) {
      if (!handles[end]) continue; // of a single month there are days alone
      handles[end].setAttribute("aria-valuenow", at);
      handles[end].setAttribute("aria-valuetext", `${bars[at].dataset.label}: ${bars[at].dataset.number}`);
      handles[end].textContent = bars[at].dataset.label;
    }
  }

  function settle() {
    clearTimeout(waiting);
    apply(first === 0 ? "" : bars[first].dataset.first, last === bars.length - 1 ? "" : bars[last].dataset.last);
  }

  function move(end, to) {
    const at = Math.max(0, Math.min(bars.length - 1, to));
    if (end === "since") { first = at; last = Math.max(last, at); } else { last = at; first = Math.min(first, at); }
    show();
    clearTimeout(waiting);
    waiting = setTimeout(settle, PAUSE);
  }

  for (const [end, handle] of Object.entries(handles)) {
    handle.addEventListener("keydown", (event) => {
      const now = end === "since" ? first : last;
      const steps = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 };
      if (event.code in steps) move(end, now + steps[event.code]);
      else if (event.code === "Home") move(end, 0);
      else if (event.code === "End") move(end, bars.length - 1);
      else if (event.code === "Enter") settle();
      else return;
      event.preventDefault();
    });
  }

  bars.forEach((bar, at) => {
    bar.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      from = at; first = last = at;
      show();
    });
    bar.addEventListener("pointerenter", () => {
      if (from === null) return;
      [first, last] = [Math.min(from, at), Math.max(from, at)];
      show();
    });
  });
  window.addEventListener("pointerup", () => {
    if (from === null || !figure.isConnected) return;
    from = null;
    settle();
  });
  figure.querySelector("[data-all]").addEventListener("click", () => apply("", ""));
  figure.addEventListener("click", (event) => {
    const day = event.target.closest("a[data-first]");
    if (!day) return;
    event.preventDefault();
    apply(day.dataset.first, day.dataset.last);
  });
  show();
}

/** Keep the handle that was being moved in hand while the bars are drawn anew. */
export function keepingHandle(redraw) {
  const held = document.activeElement?.closest?.(".handle")?.dataset.end;
  redraw();
  if (held) document.querySelector(`.handle[data-end="${held}"]`)?.focus({ preventScroll: true });
}
