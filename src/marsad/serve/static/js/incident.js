// The incident view by keys, which go by their place on the keyboard (event.code), so that an Arabic layout does not matter.

const byId = (id) => document.getElementById(id);
const members = [...document.querySelectorAll(".member")];
let now = -1;

function look(to) {
  if (!members.length) return;
  members[now]?.classList.remove("now");
  now = (to + members.length) % members.length;
  members[now].classList.add("now");
  members[now].focus({ preventScroll: true });
  members[now].scrollIntoView({ block: "nearest" });
}

const box = () => members[now]?.querySelector(":scope > .pick input");

function split() {
  const form = byId("members");
  if (!byId("split")) return;
  if (form.querySelector("input:checked")) form.requestSubmit();
  else {
    look(now < 0 ? 0 : now);
    byId("said").textContent = byId("split").dataset.none;
    setTimeout(() => { byId("said").textContent = ""; }, 6000);
  }
}

const KEYS = {
  KeyN: () => byId("next").click(),
  KeyM: () => byId("merge")?.click(),
  KeyS: split,
  KeyJ: () => look(now + 1),
  KeyH: () => look(now < 0 ? -1 : now - 1),
  KeyX: () => box()?.click(),
  KeyY: () => members[now]?.querySelector(".why summary")?.click(),
  KeyL: () => document.querySelector(".bar a").click(),
  Enter: () => members[now]?.querySelector(".title").click(),
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("textarea, select, dialog, input:not([type=checkbox])")) return;
  const asked = event.key === "?" || event.key === "؟" || (event.shiftKey && event.code === "Slash");
  if (asked) { event.preventDefault(); byId("keys").showModal(); return; }
  if (event.shiftKey) return;
  if (event.code === "Enter" && event.target.closest("button, a, summary")) return;
  const run = KEYS[event.code];
  if (!run) return;
  event.preventDefault();
  run();
});

byId("split")?.addEventListener("click", (event) => { event.preventDefault(); split(); });
byId("keys-open").addEventListener("click", () => byId("keys").showModal());
