// Keyboard in a line of time: j or the next arrow goes to the next entry, k to the one before. Works without.
(() => {
  const list = document.querySelector("[data-steps]");
  if (!list) return;
  document.addEventListener("keydown", (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
    const step = { j: 1, k: -1 }[e.key];
    if (!step) return;
    const all = [...list.children], at = all.indexOf(document.activeElement.closest("li"));
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    e.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
})();
