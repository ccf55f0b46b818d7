// Kring: big counters without waiting. Every tap is a form of its own, sent in turn, with an id of its own: it counts
// once however often it is sent. Without this file the same form sends the page.
(() => {
  document.querySelectorAll("[data-tallies]").forEach((form) => {
    const failed = form.querySelector("[data-tally-failed]");
    let line = Promise.resolve();
    let waiting = 0;
    const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
    const send = async (body, out) => {
      for (const pause of [0, 1000, 4000]) {
        if (pause) await new Promise((go) => setTimeout(go, pause));
        try {
          const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" }, redirect: "manual" });
          if (answer.ok) { waiting -= 1; if (!waiting) out.textContent = await answer.text(); return; }
          if (answer.type === "opaqueredirect" || answer.status < 500) { location.reload(); return; }
        } catch { /* no network: once more */ }
      }
      waiting -= 1;
      failed.hidden = false;
      out.textContent = Math.max(0, +out.textContent + (body.has("plus") ? -1 : 1));
    };
    form.addEventListener("submit", (e) => {
      const tap = e.submitter;
      if (!tap) return;
      e.preventDefault();
      const out = tap.closest(".tally").querySelector("output");
      const body = new FormData(form, tap);
      body.set("once", id());
      out.textContent = Math.max(0, +out.textContent + (tap.name === "plus" ? 1 : -1));
      waiting += 1;
      line = line.then(() => send(body, out));
    });
  });
})();
