// Noting a contact: after a tap on call or text, how is chosen already and the page asks whether it worked. And a day
// is only asked when one chooses a day. Works without; words come from the page.
(() => {
  const form = document.querySelector("form[data-keep=contact]");
  if (!form) return;
  const said = form.querySelector("[data-called-then]");
  form.querySelectorAll("[data-called]").forEach((link) => link.addEventListener("click", () => {
    const how = form.querySelector(`input[name=kind][value=${link.dataset.called}]`);
    how.checked = true;
    how.dispatchEvent(new Event("change", { bubbles: true }));
    said.hidden = false;
    form.querySelector("input[name=made]").focus();
  }));
  const follows = form.querySelector(".follows");
  const day = follows.querySelector("[name=follow_on]").closest(".field");
  const ask = () => {
    const when = form.querySelector("input[name=follow]:checked")?.value;
    follows.hidden = !when && !follows.querySelector("[aria-invalid]");
    day.hidden = when !== "day" && !day.querySelector("[aria-invalid]");
  };
  form.addEventListener("change", ask);
  form.addEventListener("input", ask);
  ask();
})();
