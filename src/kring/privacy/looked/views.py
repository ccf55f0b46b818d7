"""The page of who looked, for the holder to read, print or show to the person."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kring.privacy.looked import queries, words
from kring.privacy.requests import actions
from kring.support.desk.parts import FACES
from kring.support.disclosure.told import lists
from kring.support.dossier.frame import frame
from kring.team import queries as team
from kring.team.names import Names
from kring.vault.doors import KeyedRequest, door


@door("privacy.looked")
@require_GET
def looked(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Who looked this week and in the weeks before, who can read now, and what was shared until when."""
    opened = actions.enter(request.signed_in, dossier, act="privacy.looked", parts=["minutes"])
    weeks, readers = queries.weeks(dossier), queries.readers(dossier)
    told = lists.of(request.signed_in, opened)
    people = {opened.dossier.holder, opened.dossier.deputy, *weeks.this.actors, *weeks.before.actors, *readers.people}
    names = team.colleagues(people | told.authors)
    now = timezone.localdate()
    shown: dict[str, Any] = {
        "frame": frame(opened.dossier, opened.summary, "privacy:person", names=names),
        "summary": words.summary(weeks.this, names),
        "days": words.days([*weeks.this.lines, *weeks.before.lines], names, now),
        "broken": weeks.this.broken + weeks.before.broken,
        "readers": _readers(readers, names),
        "glass": readers.behind_glass,
        "shared": [one for one in lists.lines(told, names) if one.get("who")],
        "links": told.links,
    }
    return render(request, "privacy/looked/pages/looked.html", shown)


def _readers(readers: queries.Readers, names: Names) -> list[dict[str, Any]]:
    known = {names[person]: parts for person, parts in readers.people.items() if person in names}
    return [
        {
            "name": one.name.split()[0],
            "initials": one.initials,
            "parts": ", ".join(str(FACES[part].title) for part in parts if part in FACES),
        }
        for one, parts in sorted(known.items(), key=lambda pair: pair[0].name)
    ]
