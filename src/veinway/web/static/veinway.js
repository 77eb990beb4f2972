// Everything works without this file; with it, nhsuk-frontend's components come alive.
import { initAll } from "./nhsuk-frontend.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
document.body.addEventListener("htmx:afterSwap", (event) => initAll({ scope: event.detail.target }));

// With a script an error's own page is not shown: its words are told here, and what was entered stays.
function tell(words) {
  const told = document.getElementById("told");
  if (!told) return;
  told.className = words.length ? "vw-problem" : "";
  told.replaceChildren(...words.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  if (words.length) told.scrollIntoView({ block: "nearest" });
}
document.body.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  tell([...page.querySelectorAll("main h1, main p:not(:last-child)")].map((part) => part.textContent.trim()));
});
document.body.addEventListener("htmx:sendError", () => {
  const told = document.getElementById("told");
  if (told) tell([told.dataset.unreachable]);
});
document.body.addEventListener("htmx:afterSwap", () => tell([]));

// Who answers in a section with the keyboard goes on there, and not at the top of the page.
document.body.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement !== document.body) return;
  document.getElementById("section")?.focus({ preventScroll: true });
});

// A vein that is pressed in the picture is chosen in the form beside it.
document.body.addEventListener("click", (event) => {
  const vein = event.target.closest("[data-picks]");
  if (!vein) return;
  event.preventDefault();
  for (const id of vein.dataset.picks.split(" ")) document.getElementById(id).checked = true;
});
