// A figure is a sentence that grows: after each choice the page is asked how it reads now. Nothing is kept by asking, and
// without this the button "Read the sentence" does the same.
(() => {
  const form = document.querySelector("form[data-sentence]"), said = form?.querySelector("[data-sentence-said]");
  if (!said) return;
  let asked = 0;
  form.addEventListener("change", async () => {
    const turn = ++asked, body = new FormData(form);
    body.set("look", "yes");
    try {
      const answer = await fetch(form.action || location.href, { method: "POST", body: new URLSearchParams(body) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-sentence-said]");
      if (now && turn === asked) said.textContent = now.textContent;
    } catch { /* no network: the button asks again */ }
  });
})();
