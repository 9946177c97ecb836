// Work that goes on in the background: its bar moves, and the page is shown anew when it has ended.

const shown = document.querySelector("[data-progress]");

async function look() {
  const answer = await fetch(shown.dataset.progress, { headers: { Accept: "application/json" } });
  const told = answer.ok ? await answer.json() : { ended: true };
  if (told.ended) {
    location.reload();
    return;
  }
  const bar = shown.querySelector("progress");
  if (told.total) {
    bar.max = told.total;
    bar.value = told.done;
  }
  setTimeout(look, 700);
}

if (shown) setTimeout(look, 500);
