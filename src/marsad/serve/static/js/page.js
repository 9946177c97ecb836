// What every page does: tell htmx who we are, and keep focus where people expect it after a part of the page was changed.

document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx?.request;
  if (request?.headers) request.headers["X-CSRF"] = document.querySelector('meta[name="csrf"]').content;
});

document.addEventListener("htmx:after:swap", () => {
  document.getElementById("main")?.focus({ preventScroll: true });
});
