"""The pages of open data: a list, one answer in each form, and what describes them. Anybody reads, nobody is known."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from kring.reporting import document, exports
from kring.reporting.published import described, queries
from kring.reporting.published.queries import Published, Withdrawn
from kring.team.address import address_of
from kring.vault import throttle
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import digest
from kring.vault.refusals import Refused

MOST = 120
"""Of one place in a minute."""
FORMS = {ending: exports.FORMS[ending].media_type for ending in ("json", "jsonld", "csv")}
"""Those a program reads; papers are for who got the answer."""
type View[**P] = Callable[Concatenate[KeyedRequest, P], HttpResponse]


def _at_a_pace[**P](view: View[P]) -> View[P]:
    """Count who asks, by place and only as a number under a key; and tell nobody what is not there."""

    @wraps(view)
    def counted(request: KeyedRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if throttle.count("open figures", address_of(request)) > MOST:
            return HttpResponse(status=429, headers={"Retry-After": "60"}, content_type="text/plain")
        try:
            return view(request, *args, **kwargs)
        except Refused:
            raise Http404 from None

    return cast("View[P]", counted)


@door("figures.open_list", public=True)
@require_safe
@_at_a_pace
def answers(request: KeyedRequest) -> HttpResponse:
    """The newest published answers."""
    found, gone = queries.newest()
    said = {"answers": [_entry(each) for each in found], "withdrawn": [_gone(each) for each in gone]}
    return _given(request, json.dumps(said, ensure_ascii=False).encode(), FORMS["json"])


@door("figures.open_answer", public=True)
@require_safe
@_at_a_pace
def answer(request: KeyedRequest, answer: str, ending: str = "json") -> HttpResponse:
    """One published answer in a form, with where the newer one is; of one that was withdrawn, since when."""
    found = queries.published(answer) if ending in FORMS else None
    if found is None:
        raise Http404
    if isinstance(found, Withdrawn):
        return HttpResponse(json.dumps(_gone(found)).encode(), content_type=FORMS["json"], status=410)
    made = _given(request, exports.export(found.document, ending), FORMS[ending])
    if found.replaced_by:
        made.headers["Link"] = f'<{_address(found.replaced_by)}>; rel="successor-version"'
    return made


@door("figures.open_described", public=True)
@require_safe
@_at_a_pace
def openapi(request: KeyedRequest) -> HttpResponse:
    """What can be asked here, for programs."""
    one = reverse("reporting:open_answer", args=["A" * 22]).replace("A" * 22, "{answer}")
    paths = {"list": reverse("reporting:open_answers"), "one": one, "form": f"{one}.{{ending}}"}
    made = described.openapi(paths, FORMS)
    return _given(
        request, json.dumps(made, ensure_ascii=False, indent=1).encode(), "application/vnd.oai.openapi+json;version=3.1"
    )


def _entry(each: Published) -> dict[str, Any]:
    made, page = each.document, _address(each.id)
    return {
        "id": each.id,
        "title": made.title,
        "asked_on": made.asked_on.isoformat(),
        "language": made.language,
        "standing": made.standing,
        "sha256": document.fingerprint(made),
        "replaced_by": _address(each.replaced_by) if each.replaced_by else None,
        "forms": {ending: f"{page}.{ending}" for ending in FORMS},
    }


def _gone(each: Withdrawn) -> dict[str, str]:
    return {"id": each.id, "withdrawn_on": each.on.isoformat()}


def _address(answer: str) -> str:
    return reverse("reporting:open_answer", args=[answer])


def _given(request: KeyedRequest, content: bytes, media_type: str) -> HttpResponse:
    """The answer with its mark; nothing but the mark when the caller has it already."""
    etag = quote_etag(digest(content).hex())
    asked = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in asked or etag in [one.removeprefix("W/") for one in asked]:
        return HttpResponse(status=304, headers={"ETag": etag})
    return HttpResponse(content, content_type=media_type, headers={"ETag": etag})
