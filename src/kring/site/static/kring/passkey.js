// Kring: asks the device for a passkey and posts its answer with the form. Words come from the page, never from here.
// A form says what it needs: data-passkey="open" or "make", data-challenge, data-salt, data-site, data-known (ids).
(() => {
  const forms = [...document.querySelectorAll("form[data-passkey]")];
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const here = (site) => location.hostname === site || location.hostname.endsWith(`.${site}`);
  const able = window.PublicKeyCredential && isSecureContext;

  const ask = (form, known, challenge) => navigator.credentials.get({ publicKey: {
    challenge, rpId: form.dataset.site, userVerification: "required",
    allowCredentials: known.map((id) => ({ type: "public-key", id })),
    extensions: { prf: { eval: { first: bytes(form.dataset.salt) } } },
  } });
  const made = (form) => navigator.credentials.create({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rp: { id: form.dataset.site, name: "Kring" },
    user: { id: bytes(form.dataset.person), name: form.dataset.signIn, displayName: form.dataset.name },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
    excludeCredentials: known(form).map((id) => ({ type: "public-key", id })),
    extensions: { prf: { eval: { first: bytes(form.dataset.salt) } } },
  } });
  const known = (form) => (form.dataset.known || "").split(" ").filter(Boolean).map(bytes);
  const secret = (credential) => credential.getClientExtensionResults().prf?.results?.first;

  const said = (credential) => {
    const answer = credential.response, parts = { clientDataJSON: text(answer.clientDataJSON) };
    if (answer.attestationObject) parts.attestationObject = text(answer.attestationObject);
    else Object.assign(parts, { authenticatorData: text(answer.authenticatorData), signature: text(answer.signature) });
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts });
  };

  const opened = async (form) => {
    const credential = await ask(form, known(form), bytes(form.dataset.challenge));
    return [credential, secret(credential)];
  };
  // Some devices give the secret of a new passkey at its first use only: it is asked once more.
  const enrolled = async (form) => {
    const credential = await made(form);
    const again = secret(credential) ? null : await ask(form, [new Uint8Array(credential.rawId)], crypto.getRandomValues(new Uint8Array(32)));
    return [credential, secret(again || credential)];
  };

  forms.forEach((form) => {
    if (!able || !here(form.dataset.site)) return;
    form.hidden = false;
    document.querySelectorAll("[data-without-passkey]").forEach((el) => { el.hidden = true; });
    document.querySelectorAll("[data-second].primary").forEach((el) => { el.classList.remove("primary"); });
    const tell = (name) => form.querySelectorAll("[data-told]").forEach((el) => { el.hidden = el.dataset.told !== name; });
    form.addEventListener("submit", async (e) => {
      if (form.elements.answer.value) return;
      e.preventDefault();
      tell("");
      try {
        const [credential, prf] = await (form.dataset.passkey === "make" ? enrolled : opened)(form);
        if (!prf) return tell("unable");
        form.elements.answer.value = said(credential);
        form.elements.prf.value = text(prf);
        form.requestSubmit();
      } catch (reason) {
        tell(reason.name === "InvalidStateError" ? "known" : "stopped");
      }
    });
  });

  // A challenge is good for an hour: a page that stood open longer, with nothing typed, is fetched again when one looks.
  const began = Date.now();
  document.addEventListener("visibilitychange", () => {
    const typed = [...document.querySelectorAll("input:not([type=hidden]), textarea")].some((el) => el.value);
    if (forms.length && !document.hidden && Date.now() - began > 3_000_000 && !typed) location.replace(location.href);
  });
})();
