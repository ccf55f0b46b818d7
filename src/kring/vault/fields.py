"""The line of every column of the vault in the field catalogue. All technical: ids, ciphertext and what binds them."""

from kring.vault.catalogue import Category, Field

TERM = "as long as what it opens or proves; removed with it"
JOURNAL_TERM = "ten years; entries lose their text and salt when what they name was destroyed"
SHORT_TERM = "minutes to hours; removed when it ends"

_EVERYWHERE = {
    "id": "names the row; random",
    "mac": "shows that nobody else wrote the row",
    "lock": "which lock it lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
    "blob": "the content itself, encrypted",
    "bundle": "which dossier, referral or principal it belongs to",
    "kind": "what sort it is",
    "holder": "who holds it",
    "holder_generation": "refuses a row that was withdrawn and put back",
    "person_generation": "refuses a row that was withdrawn and put back",
    "generation": "raised at every withdrawal",
    "expires_at": "when it ends",
    "public_key": "what anybody here may seal to",
    "sealed_private": "the private half, encrypted",
    "principal": "which principal it is",
}
_TABLES: dict[str, dict[str, str]] = {
    "Principal": dict.fromkeys(("kind", "public_key", "sealed_private", "generation"), "")
    | {"state": "active, waiting for a key, or disabled"},
    "Slot": dict.fromkeys(("kind", "public_key", "sealed_private", "person_generation", "expires_at"), "")
    | {
        "person": "whose way in",
        "lookup": "finds a link without keeping its token",
        "salt": "salt of the stretched password",
        "passes": "cost of stretching",
        "kibibytes": "cost of stretching",
        "given_person": "the person's private key, given to the slot",
        "tries_left": "how often a link may still be tried",
    },
    "Passkey": {
        "slot": "which way in it belongs to",
        "credential": "the passkey's public half, to check its signature",
        "place": "phone, computer or security key, as its owner said",
        "added_at": "tells its owner which one it is",
    },
    "CodeApp": {
        "person": "whose codes",
        "sealed": "the secret of the codes, encrypted under the person's ring",
        "step": "refuses a code that was used",
    },
    "Lock": dict.fromkeys(("bundle", "generation"), "")
    | {"part": "which part of the bundle", "version": "newest version", "state": "open or shredded"},
    "Envelope": dict.fromkeys(("bundle", "holder", "holder_generation", "kind", "expires_at"), "")
    | {"wrapped": "the envelope's key, given to the holder"},
    "Grant": dict.fromkeys(("lock", "lock_version"), "")
    | {
        "envelope": "under which envelope",
        "lock_generation": "refuses a row that was withdrawn and put back",
        "sealed": "the part's key, encrypted under the envelope's",
    },
    "Letterbox": dict.fromkeys(("lock", "lock_version", "public_key", "sealed_private"), "")
    | {
        "owner": "whose letterbox",
        "public_key_device": "what a browser or device may seal to",
        "sealed_private_device": "the private half of that, encrypted",
    },
    "Letter": dict.fromkeys(("kind", "blob"), "")
    | {
        "letterbox": "where it was dropped",
        "author": "which principal dropped it, or nobody",
        "about": "which referral or dossier it belongs to",
        "dropped_at": "when it arrived",
        "ties": "finds it from the id of what it names; nobody finds the id from it",
    },
    "Extract": dict.fromkeys(("lock", "lock_version", "revision", "blob", "bundle"), ""),
    "RecoveryShare": dict.fromkeys(("blob", "generation"), "")
    | {
        "recovery": "which recovery key",
        "first": "the trustee who opens the shell",
        "second": "the trustee who opens the core",
        "first_key": "which key the first trustee had when it was split",
    },
    "RecoveryRequest": {
        "recovery": "which recovery key",
        "asked_by": "who asks",
        "receiver": "who gets the named parts again",
        "parts": "which parts are named",
        "asked_at": "since when; a day must pass",
        "first": "the first trustee",
        "released_at": "when the first trustee released",
        "released": "the core, encrypted under the request's own key",
        "second": "the second trustee",
        "finished_at": "when it was finished",
        "trustees": "over whom the recovery key is split anew, where a trustee changes",
    },
    "FactsOffice": {"principal": "", "told": "the revision of what was answered to everybody, to miss an older one"},
    "FactKey": dict.fromkeys(("holder", "holder_generation"), "") | {"wrapped": "a fact key, given to the office"},
    "OwnFactKey": dict.fromkeys(("holder", "holder_generation"), "")
    | {"wrapped": "the key of facts that rows carry, given to the office"},
    "Fact": {"key": "which fact key seals it", "blob": ""},
    "FactPack": dict.fromkeys(("lock", "lock_version", "revision", "blob"), "")
    | {"name": "which pack: columns, names, or what was answered to everybody"},
}
_SHORT: dict[str, dict[str, str]] = {
    "SessionKey": {
        "person": "who is signed in",
        "person_generation": "",
        "lookup": "finds the session without keeping the cookie",
        "epoch": "which runtime secret it needs",
        "blob": "the private key, encrypted; gone after a quarter of an hour",
        "place": "what sort of device and browser, so that its owner knows which to end",
        "proved_at": "when its owner last showed a way in, before ways in may change",
        "device": "which key of the browser unlocks it, by a random name",
        "device_blob": "the private key, encrypted under that key, the short code, the cookie and a runtime secret",
        "device_tries": "how often the short code may still be tried",
        "seen_at": "when it was last used",
        "ends_at": "when it ends at the latest",
    },
    "OutboxRow": {
        "sealed": "address and template, encrypted under the key file; destroyed on sending",
        "posted_at": "since when it waits",
        "tries": "how often sending failed",
    },
}
_LOOSE: dict[str, Field] = {
    f"vault.{name}": Field(purpose, Category.TECHNICAL, term)
    for name, purpose, term in (
        ("IdempotencyKey.token", "recognises a write that is sent twice", TERM),
        ("IdempotencyKey.outcome", "what the first one made", TERM),
        ("IdempotencyKey.made_at", "when it was made", TERM),
        ("Throttle.token", "counts tries without keeping who", SHORT_TERM),
        ("Throttle.opened_at", "since when it counts", SHORT_TERM),
        ("Throttle.count", "how many tries", SHORT_TERM),
        ("JournalEntry.id", "order of arrival", JOURNAL_TERM),
        ("JournalEntry.boot", "which process wrote it", JOURNAL_TERM),
        ("JournalEntry.counter", "its number in that process, so that a gap shows", JOURNAL_TERM),
        ("JournalEntry.text", "who opened or wrote what, in ids", JOURNAL_TERM),
        ("JournalEntry.salt", "keeps a dropped text from being guessed", JOURNAL_TERM),
        ("JournalEntry.commitment", "stays when the text is dropped", JOURNAL_TERM),
        ("JournalEntry.mac", "shows that nobody else wrote it", JOURNAL_TERM),
        ("JournalEntry.index", "its place in the tree", JOURNAL_TERM),
        ("JournalHead.id", "the one row", JOURNAL_TERM),
        ("JournalHead.frontier", "the edge of the tree", JOURNAL_TERM),
    )
}


def _lines(tables: dict[str, dict[str, str]], term: str) -> dict[str, Field]:
    lines = {}
    for table, columns in tables.items():
        own = {"id": ""} if table in ("Extract", "FactPack") else {"id": "", "mac": ""}
        for name, purpose in (own | columns).items():
            lines[f"vault.{table}.{name}"] = Field(purpose or _EVERYWHERE[name], Category.TECHNICAL, term)
    return lines


FIELDS = _lines(_TABLES, TERM) | _lines(_SHORT, SHORT_TERM) | _LOOSE
