// Public triage works without this file. With it the heading is read out after a step, the browser's own
// way back goes one question back, and the page can be printed by a button. Nothing is kept.
const main = () => document.getElementById("maincontent");
let guarded = false;

function toTop() {
  const summary = main().querySelector(".nhsuk-error-summary");
  const target = summary || main().querySelector("h1");
  if (!target) return;
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
}

// One entry of the history stands before the first step, so that going back can be noticed: it holds nothing.
function guard() {
  if (guarded) return;
  guarded = true;
  window.history.pushState(null, "", window.location.href);
}

window.addEventListener("popstate", () => {
  guarded = false;
  const back = main().querySelector("[data-back]");
  if (back) back.click();
  else window.history.back();
});

document.body.addEventListener("htmx:beforeSwap", (event) => {
  // A page that says what is wrong is a page to read, whatever its status.
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

document.body.addEventListener("htmx:afterSettle", () => {
  if (main().querySelector("[data-back]")) guard();
  toTop();
});

document.body.addEventListener("htmx:sendError", () => {
  const words = main().querySelector(".vw-public-offline");
  if (words) words.hidden = false;
});

document.body.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
