// Small comforts. Every page works without them.

// Errors come first: not every browser lets a summary take the focus by itself.
document.querySelector(".summary-of-errors")?.focus();

// Who logs out, or in as somebody else, leaves nothing on this device that can be read: only what waits, locked.
const keeper = localStorage.getItem("phone");
const { person } = document.documentElement.dataset;
if (keeper && keeper !== person && !document.querySelector("[data-screen]")) {
  import("./phone/vault.js")
    .then(({ forgetOthers }) => forgetOthers(person ?? ""))
    .then(() => localStorage.removeItem("phone"));
}

// An open menu closes with Escape, or when one goes elsewhere.
document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && document.querySelector("details.who[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
for (const event of ["click", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    for (const menu of document.querySelectorAll("details.who[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
  });
}

// A form is sent once, however often one presses.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000); // an answer that is a file leaves the page standing
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
