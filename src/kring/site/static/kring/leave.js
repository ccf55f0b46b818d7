// Leaving the client's page in haste. Without this file the button does it; with it the screen is empty at once, Escape
// twice does it too, and a page nobody touches ends itself. Back shows nothing, also from the memory of the browser.
(() => {
  const form = document.querySelector("[data-leave]");
  if (!form) return;
  const soon = document.querySelector("[data-leave-soon]"), minute = 60000, idle = form.dataset.idle * minute;
  const leave = () => {
    const body = new URLSearchParams(new FormData(form)), { action } = form, to = form.dataset.exit;
    document.title = "";
    document.body.replaceChildren();
    fetch(action, { method: "POST", body, keepalive: true }).catch(() => {});
    history.replaceState(null, "", action);
    location.replace(to);
  };
  form.addEventListener("submit", (e) => { e.preventDefault(); leave(); });

  let escaped = -Infinity;
  addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || e.repeat) return;
    if (e.timeStamp - escaped < 2000) leave();
    escaped = e.timeStamp;
  });

  // The clock of the wall, because timers stand still in a phone that sleeps.
  let touched = Date.now();
  const touch = () => { touched = Date.now(); if (soon) soon.hidden = true; };
  const look = () => {
    const left = touched + idle - Date.now();
    if (left <= 0) leave();
    else if (soon) soon.hidden = left > minute;
  };
  ["pointerdown", "keydown", "input", "scroll"].forEach((kind) => addEventListener(kind, () => {
    if (Date.now() < touched + idle) touch(); else leave();
  }, { passive: true }));
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", (e) => { if (e.persisted) look(); });
})();
