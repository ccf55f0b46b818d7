"""The line of every field of a file for an archive in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "until the dossier is destroyed; day, hash and archive stay in the declaration"
_PURPOSES = {
    "id": "names the row; random",
    "mac": "shows that nobody else wrote the row",
    "dossier": "which dossier, by its random id",
    "number": "the number people know it by; tells nothing of it",
    "rule": "the version of the rule that says to keep",
    "on": "the day it was made",
    "by": "which colleague made it and handed it over",
    "digest": "the hash of the file, so that the archive can show it has this one",
    "to": "to which archive it goes",
}
FIELDS = {f"privacy.Preserved.{name}": Field(said, Category.TECHNICAL, TERM) for name, said in _PURPOSES.items()}
