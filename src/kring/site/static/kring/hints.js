// Hints while typing: a phone number, a mail address, perhaps a name. On the device only, never a block; the same rules
// as support/hints.py, with the words the page carries. Register numbers are kring.js's. Every page works without it.
// A field that asks for a name says so with data-may-name.
(() => {
  const box = document.querySelector("[data-hint-words]");
  if (!box) return;
  const words = JSON.parse(box.dataset.hintWords);
  const set = (name) => new Set(words[name]);
  const [named, opening, known, common] = ["named", "opening", "known", "common"].map(set);
  const MAIL = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;
  const PHONE = /(?<![\d.,-])(?:\+|00)?\d(?:[ ./-]{0,2}\d){7,13}(?!\d)/g;
  const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;
  const ENDS = /[.!?:;\n"“„«(•]/;
  const NUMBER = /(?<!\d)(?=(\d(?:[ .\-/]{0,2}\d){10})(?!\d))/g;
  const valid = (written) => {
    const digits = written.replace(/\D/g, ""), n = +digits.slice(0, 9), check = +digits.slice(9);
    return check === 97 - (n % 97) || check === 97 - ((2e9 + n) % 97);
  };
  const withoutNumbers = (text) => {
    const places = [];
    for (const m of text.matchAll(NUMBER)) {
      if (valid(m[1]) && (!places.length || m.index >= places.at(-1)[1])) places.push([m.index, m.index + m[1].length]);
    }
    let kept = "", at = 0;
    for (const [begin, end] of places) { kept += text.slice(at, begin); at = end; }
    return kept + text.slice(at);
  };
  const isPhone = (written) => {
    const digits = written.replace(/\D/g, "");
    if (written.startsWith("+") || digits.startsWith("00")) return digits.length >= 9;
    return digits.startsWith("0") && (digits.length === 9 || digits.length === 10);
  };
  const upper = (sign) => sign !== sign.toLowerCase();
  const capital = (word) => word.length > 1 && upper(word[0]) && word.slice(1) !== word.slice(1).toUpperCase();
  const isName = (word, before, opens) => {
    const low = word.toLowerCase(), last = before.toLowerCase();
    if (common.has(low) && upper(word[0])) return true;
    if (!capital(word) || known.has(low) || opening.has(low)) return false;
    if (named.has(last)) return true;
    return !opens && !(opening.has(last) && capital(before));
  };
  const holdsName = (text) => {
    let before = "", start = 0;
    for (const m of text.matchAll(WORD)) {
      const opens = start === 0 || ENDS.test(text.slice(start, m.index));
      if (isName(m[0], before, opens)) return true;
      before = m[0]; start = m.index + m[0].length;
    }
    return false;
  };
  const seen = (typed) => {
    let text = withoutNumbers(typed);
    const found = new Set();
    if (text.match(MAIL)) { found.add("mail"); text = text.replace(MAIL, " "); }
    if ((text.match(PHONE) || []).some(isPhone)) found.add("phone");
    if (holdsName(text)) found.add("name");
    return found;
  };
  const fields = [...document.querySelectorAll("[data-minimise]")];
  const told = (el) => {
    const found = seen(el.value);
    if ("mayName" in el.dataset) found.delete("name");
    return found;
  };
  const elsewhere = new Set([...box.querySelectorAll("[data-hint]:not([hidden])")].map((el) => el.dataset.hint));
  fields.forEach((el) => told(el).forEach((hint) => elsewhere.delete(hint)));
  const look = () => {
    const now = new Set(elsewhere);
    fields.forEach((el) => told(el).forEach((hint) => now.add(hint)));
    box.querySelectorAll("[data-hint]").forEach((el) => { el.hidden = !now.has(el.dataset.hint); });
    box.hidden = !now.size;
  };
  fields.forEach((el) => el.addEventListener("input", look));
  look();
})();
