// Kring: small enhancements. Every page works without this file; words come from the page, never from here.
(() => {
  const root = document.documentElement;

  // Buttons that only mean something with this script stand hidden in the page.
  document.querySelectorAll("[data-cover-on],[data-print],[data-open]").forEach((el) => { el.hidden = false; });

  // Light or dark: at once on the page, and remembered by the same form that works without script.
  document.querySelectorAll("[data-theme-form]").forEach((form) => {
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
      const chosen = dark ? "light" : "dark";
      root.dataset.theme = chosen;
      const body = new FormData(form);
      body.set("theme", chosen);
      fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
    });
  });

  // Cover the screen in one tap. The session locks behind it, so that uncovering asks for the one touch that unlocks;
  // where something was typed that is kept nowhere yet it only covers, so that not a word is lost.
  let locked = false, unkept = false;
  addEventListener("input", (e) => { unkept = unkept || !e.target.form?.hasAttribute("data-keep"); });
  const cover = () => {
    root.setAttribute("data-cover", "");
    const token = document.querySelector("input[name=csrfmiddlewaretoken]"), to = document.body.dataset.coverLock;
    if (!to || !token || unkept) return;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token.value });
    fetch(to, { method: "POST", body, redirect: "manual" })
      .then((r) => { locked = r.type === "opaqueredirect"; root.toggleAttribute("data-cover-locked", locked); })
      .catch(() => {});
  };
  const uncover = (e) => {
    if (!root.hasAttribute("data-cover")) return;
    e.preventDefault();
    if (locked) location.assign(location.pathname);
    else root.removeAttribute("data-cover");
  };
  addEventListener("pointerdown", uncover, true);
  addEventListener("keydown", uncover, true);

  document.addEventListener("click", (e) => {
    const t = e.target.closest("[data-cover-on],[data-open],[data-close],[data-print],a.quickexit");
    if (!t) return;
    if (t.matches(".quickexit")) { e.preventDefault(); location.replace(t.href); }   // leaves no way back
    else if (t.matches("[data-cover-on]")) cover();
    else if (t.dataset.open) document.getElementById(t.dataset.open)?.showModal();
    else if (t.matches("[data-close]")) t.closest("dialog")?.close();
    else if (t.matches("[data-print]")) print();
  });

  // <textarea data-counter="id"> with <span id data-of="{n} van {max}">
  document.querySelectorAll("[data-counter]").forEach((el) => {
    const out = document.getElementById(el.dataset.counter);
    const show = () => { if (out) out.textContent = out.dataset.of.replace("{n}", el.value.length).replace("{max}", el.dataset.most || el.maxLength); };
    el.addEventListener("input", show); show();
  });

  // Spot a Belgian national register number in free text: 11 digits, check value modulo 97 (born before or after 2000).
  // On the device only, nothing is sent. A hint, never a block.
  const looksLikeOne = /\d[\d .\-\/]{9,16}\d/g;
  const isRegisterNumber = (text) => {
    const digits = text.replace(/\D/g, "");
    if (digits.length !== 11) return false;
    const n = +digits.slice(0, 9), check = +digits.slice(9);
    return check === 97 - (n % 97) || check === 97 - ((2e9 + n) % 97);
  };
  const clean = (text) => text.replace(looksLikeOne, (m) => (isRegisterNumber(m) ? "" : m)).replace(/ {2,}/g, " ");
  const watched = new Map();
  document.querySelectorAll("[data-minimise]").forEach((el) => {
    watched.set(el.dataset.minimise, [...(watched.get(el.dataset.minimise) || []), el]);
  });
  watched.forEach((fields, id) => {
    const hint = document.getElementById(id);
    if (!hint) return;
    const seen = () => fields.some((el) => (el.value.match(looksLikeOne) || []).some(isRegisterNumber));
    const elsewhere = !hint.hidden && !seen();     // the server saw one in a field of another step
    const look = () => { hint.hidden = !elsewhere && !seen(); };
    fields.forEach((el) => el.addEventListener("input", look)); look();
    hint.querySelector("[data-strip]")?.addEventListener("click", (e) => {
      if (elsewhere) return;                       // the button sends the form and gets the page back without it
      e.preventDefault();
      fields.forEach((el) => { el.value = clean(el.value); el.dispatchEvent(new Event("input")); });
      fields[0].focus();
    });
  });

  // Where tabs do not fit side by side, the current one stands in sight.
  document.querySelectorAll(".tabs [aria-current]").forEach((el) => {
    el.parentElement.scrollLeft = el.offsetLeft - el.parentElement.offsetLeft - (el.parentElement.clientWidth - el.clientWidth) / 2;
  });

  // A form that came back: go to what is wrong.
  document.querySelector(".note[role=alert][tabindex]")?.focus();
})();
