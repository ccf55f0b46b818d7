// Kring: unlock with a short code. A key that cannot be read, kept by this browser alone, makes 32 bytes of the code;
// those are posted, key and code stay here. A form says what it needs: data-device="make" or "open", data-name, data-salt.
(() => {
  const forms = [...document.querySelectorAll("form[data-device]")];
  if (!forms.length || !window.crypto?.subtle || !window.indexedDB) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const done = (asked) => new Promise((yes, no) => { asked.onsuccess = () => yes(asked.result); asked.onerror = () => no(asked.error); });
  const store = async (mode) => {
    const opening = indexedDB.open("kring-device", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    return (await done(opening)).transaction("keys", mode).objectStore("keys");
  };
  const kept = async (name) => done((await store("readonly")).get(name));
  const make = async (name) => {
    const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const keys = await store("readwrite");
    keys.clear();                                  // one session, one key
    await done(keys.put(key, name));
    return key;
  };
  const answer = async (key, form) => {
    const code = form.querySelector("[data-code]");
    const said = new Uint8Array([...bytes(form.dataset.salt), ...new TextEncoder().encode(code.value)]);
    code.value = "";
    return text(await crypto.subtle.sign("HMAC", key, said));
  };

  forms.forEach(async (form) => {
    const name = form.dataset.name;
    const making = form.dataset.device === "make";
    if (!making && !(await kept(name).catch(() => null))) return;
    form.hidden = false;
    form.addEventListener("submit", async (e) => {
      if (form.elements.device.value) return;
      e.preventDefault();
      form.elements.device.value = await answer(making ? await make(name) : await kept(name), form);
      form.submit();
    });
  });
})();
