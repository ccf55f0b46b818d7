// A draft of a public form, on this device only and only when the button is pressed: kept three days at most, gone
// after sending and by a button. Nothing is sent anywhere; the form works without this file.
(() => {
  const box = document.querySelector("[data-draft]");
  const form = document.querySelector("form[data-draft-of]");
  const sent = document.querySelector("[data-draft-sent]");
  const which = form?.dataset.draftOf || sent?.dataset.draftSent;        // each public form keeps a draft of its own
  const KEY = which ? `kring-draft-${which}` : "kring-draft", DAYS = 3;
  let store;
  try { store = localStorage; store.getItem(KEY); } catch { return; }   // a browser that keeps nothing
  if (sent) { store.removeItem(KEY); return; }
  if (!box || !form) return;
  const NOT_KEPT = new Set(["csrfmiddlewaretoken", "submission", "website", "moment", "strip"]);
  const part = (name) => box.querySelector(`[data-draft-${name}]`);
  const read = () => {
    try {
      const kept = JSON.parse(store.getItem(KEY));
      if (kept && Date.now() - kept.at < DAYS * 86400000) return kept;
    } catch { /* not ours */ }
    store.removeItem(KEY);
    return null;
  };
  const write = () => {
    const fields = [...new FormData(form)].filter(([name, value]) => !NOT_KEPT.has(name) && typeof value === "string" && value);
    store.setItem(KEY, JSON.stringify({ at: Date.now(), fields }));
  };
  const show = () => {
    const kept = read();
    part("keep").hidden = !!kept;
    part("kept").hidden = !kept;
    part("back").hidden = !kept || !box.hasAttribute("data-draft-first");
    box.hidden = false;
  };
  const fill = ([name, value]) => {
    const all = [...form.elements].filter((el) => el.name === name);
    const choice = all.find((el) => (el.type === "radio" || el.type === "checkbox") && el.value === value);
    if (choice) choice.checked = true;
    else if (all.some((el) => el.type === "radio" || el.type === "checkbox")) return;
    else if (all.length && all[0].type !== "hidden") all[0].value = value;
    else if (!all.some((el) => el.value === value)) {
      const el = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.append(el);
    }
  };
  part("keep").querySelector("button").addEventListener("click", () => { write(); show(); });
  part("back").addEventListener("click", () => {
    const kept = read();
    if (kept) kept.fields.forEach(fill);
    part("back").hidden = true;
  });
  part("wipe").addEventListener("click", () => { store.removeItem(KEY); show(); });
  form.addEventListener("input", () => { if (read()) write(); });
  form.addEventListener("submit", () => { if (read()) write(); });
  show();
})();
