// Kring: what is typed in a form marked with data-keep is kept on the server, sealed, from the first keystroke until the
// form is sent. Nothing is stored in the browser. Words come from the page (data-keep-box), never from here.
(() => {
  const AFTER = 1200, AGAIN = 4000;
  const NOT_KEPT = new Set(["csrfmiddlewaretoken", "pen", "pen_of"]);
  const id = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(/\+/g, "-").replace(/\//g, "_").slice(0, 22);
  const kept = (el) => el.name && !el.disabled && !NOT_KEPT.has(el.name) && !el.hasAttribute("data-not-kept") && !["file", "password", "submit", "button"].includes(el.type);

  const attach = (form) => {
    const box = form.querySelector("[data-keep-box]");
    if (!box || form.pen) return;
    const said = box.querySelector("[data-keep-said]"), back = box.querySelector("[data-keep-back]");
    const say = (what, ...more) => {
      const words = box.dataset[`keep${what}`] || "";
      said.textContent = more.reduce((text, word) => text.replace("{at}", word), words);
      said.dataset.state = what;
      box.hidden = false;
    };
    const pen = form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "pen", value: id() }));
    const of = `${form.dataset.keep}/${form.dataset.keepOn || ""}`;              // a page has several forms
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "pen_of", value: of }));
    let turn = 0, before = "", stray = [], found = null;
    let dirty = false, typed = false, gone = false, timer = 0, busy = null;

    const fields = () => [...form.elements].filter(kept).flatMap((el) => {
      if (el.type === "radio" || el.type === "checkbox") return el.checked ? [[el.name, el.value]] : [];
      if (el.type === "select-multiple") return [...el.selectedOptions].map((one) => [el.name, one.value]);
      return [[el.name, el.value]];
    }).concat(stray);
    const body = () => {
      const all = new FormData();
      const about = form.dataset.keepAbout || "";
      const told = { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, form: form.dataset.keep, on: form.dataset.keepOn || "",
        path: form.dataset.keepPath || location.pathname, about, pen: pen.value, before, turn: ++turn, fields: JSON.stringify(fields()) };
      Object.entries(told).forEach(([name, value]) => all.set(name, value));
      return all;
    };
    const send = (leaving) => fetch(box.dataset.keepUrl, { method: "POST", body: body(), redirect: "manual", keepalive: leaving });

    // Keep now; true when it lies on the server. One at a time, so that the last one said is the last one kept.
    const keep = async () => {
      clearTimeout(timer);
      timer = 0;
      if (busy) await busy;
      if (!dirty || gone) return true;
      dirty = false;
      busy = send(false).then((answer) => {
        if (answer.type === "opaqueredirect") say("Out");
        else if (!answer.ok) say("Failed");
        else { before = ""; say("Kept", new Date().toTimeString().slice(0, 5).replace(":", ".")); return true; }
        return false;
      }, () => { say("Offline"); return false; });
      const good = await busy;
      busy = null;
      if (!good && !gone) { dirty = true; clearTimeout(timer); timer = setTimeout(keep, AGAIN); }
      return good;
    };
    const touched = () => {
      if (gone) return;
      typed = dirty = true;
      said.dataset.state = "Typing";                          // what is said above was kept before this
      if (!timer) timer = setTimeout(keep, AFTER);          // not put off by the next keystroke
    };
    form.addEventListener("input", (e) => { if (!e.kept) touched(); });
    form.addEventListener("change", (e) => { if (!e.kept) touched(); });
    form.addEventListener("keep", touched);                    // a script that changed a field says so
    addEventListener("online", () => { if (dirty) keep(); });
    addEventListener("pagehide", () => { if ((dirty || busy) && !gone) { dirty = false; send(true).catch(() => {}); } });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && dirty && !gone) keep(); });

    // Sending: first what was typed is safe, then the page goes. Without network the page stays, with every word.
    const live = form.hasAttribute("hx-post");
    if (!live) form.addEventListener("submit", async (e) => {
      if (gone || e.defaultPrevented) return;
      if (!dirty && !busy && navigator.onLine) {
        pen.disabled = !typed && !before;                     // nothing was typed: there is no draft to go on with
        sent();
        return;
      }
      e.preventDefault();
      const button = e.submitter;
      form.dataset.keepSending = "";
      dirty = true;
      if (await keep()) { sent(); form.requestSubmit(button); }
      else { delete form.dataset.keepSending; box.scrollIntoView({ block: "nearest" }); }
    });
    const sent = () => {
      gone = true;
      setTimeout(() => { gone = pen.disabled = false; delete form.dataset.keepSending; }, 3000);      // still here: writing goes on
    };
    form.addEventListener("htmx:afterRequest", (e) => {
      if (!e.detail.successful) { if (typed) touched(); return; }
      dirty = typed = false; turn = 0; stray = []; pen.value = id(); box.hidden = true;
    });

    const put = (all) => {
      const left = new Map();
      all.forEach(([name, value]) => left.set(name, [...(left.get(name) || []), value]));
      [...form.elements].filter(kept).forEach((el) => {
        const values = left.get(el.name);
        const choice = el.type === "radio" || el.type === "checkbox";
        if (choice) {
          el.checked = !!values && values.includes(el.value);
          if (el.checked) values.splice(values.indexOf(el.value), 1);
        } else if (el.type === "select-multiple") {
          [...el.options].forEach((one) => { one.selected = !!values && values.includes(one.value); });
          left.delete(el.name);
        } else if (values && values.length) el.value = values.shift();
        const fold = el.closest("details");
        if (fold && (choice ? el.checked !== el.defaultChecked : el.type !== "hidden" && el.value !== (el.defaultValue ?? ""))) fold.open = true;
        el.dispatchEvent(Object.assign(new Event(choice ? "change" : "input", { bubbles: true }), { kept: true }));
      });
      stray = [...left].flatMap(([name, values]) => values.map((value) => [name, value]));
      const none = box.querySelector("[data-keep-stray]");
      none.replaceChildren(...stray.filter(([, value]) => value.includes(" ")).map(([, value]) => Object.assign(document.createElement("li"), { textContent: value })));
    };
    // What was written since is not covered by a draft of before: that one waits, and put back it is shown beside it.
    const older = (draft) => draft.fields.some(([name, value]) => name === "seen" && form.elements.seen && form.elements.seen.value !== value);
    const restore = () => {
      before = found.pen; dirty = true; back.hidden = true;
      put(found.fields);
      say("Found", found.at);
    };
    back.addEventListener("click", () => { restore(); });
    const ask = new FormData();
    Object.entries({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, form: form.dataset.keep, on: form.dataset.keepOn || "" })
      .forEach(([name, value]) => ask.set(name, value));
    if (box.dataset.keepPen && box.dataset.keepPenOf === of) { before = box.dataset.keepPen; touched(); }      // the form came back: it goes on with its own draft
    else fetch(box.dataset.keepFind, { method: "POST", body: ask, redirect: "manual" }).then((answer) => (answer.ok ? answer.json() : {})).then((answer) => {
      if (!answer.fields) return;
      found = answer;
      if (!typed && !older(found)) restore();
      else { back.hidden = false; say("Waits", found.at); }
    }).catch(() => {});
    form.dataset.keepReady = "";
  };
  const all = (root) => root.querySelectorAll("form[data-keep]").forEach(attach);
  all(document);
  document.addEventListener("htmx:load", (e) => all(e.target.parentNode || document));
})();
