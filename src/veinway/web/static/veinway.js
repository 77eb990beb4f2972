// Everything works without this file; with it, nhsuk-frontend's components come alive.
import { initAll } from "./nhsuk-frontend.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
document.body.addEventListener("htmx:afterSwap", (event) => initAll({ scope: event.detail.target }));

// A vein that is pressed in the picture is chosen in the form beside it.
document.body.addEventListener("click", (event) => {
  const vein = event.target.closest("[data-picks]");
  if (!vein) return;
  event.preventDefault();
  for (const id of vein.dataset.picks.split(" ")) document.getElementById(id).checked = true;
});
