"""The pages of the street: the round one walks, beginning one, and one that is over. Forms alone do all of it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from kring.support.contacts.rounds import actions, show
from kring.support.contacts.rounds.codelists import GROUP, NICKNAME, TallyKind
from kring.support.contacts.rounds.content import StreetContact
from kring.support.contacts.rounds.forms import GroupForm, NicknameForm, SpotForm, StartForm, WithoutForm
from kring.support.contacts.rounds.opening import Round, Spot, Street, all_spots, earlier, street
from kring.support.contacts.word.forms import WordForm
from kring.team import queries as team
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

PAGES = "support/contacts/pages/"
DONE: dict[str, Promise] = {
    "ended": _("The round is closed. What you counted stands in the figures, without anybody in it."),
    "noted": _("Noted. It makes no dossier."),
    "gone": _("Taken back."),
    "spot": _("The spot stands in the list."),
    "word": _("Passed on. Your colleague reads it at the next opening."),
}
"""A word in an address -> what is said above the page."""


@door("street.round")
@require_GET
def walk(request: KeyedRequest) -> HttpResponse:
    """The round I walk, or the page to begin one."""
    return page(request, street(request.signed_in, act="street.round"))


@door("street.start")
@require_POST
def start(request: KeyedRequest) -> HttpResponse:
    """Begin a round."""
    opened = street(request.signed_in, act="street.start")
    form = StartForm(request.POST, colleagues=team.members_of(opened.circle), me=opened.person)
    if not form.is_valid():
        raise Refused
    actions.start_round(opened, beside=tuple(form.cleaned_data["beside"]), once=_once(request))
    return _back("")


@door("street.join")
@require_POST
def join(request: KeyedRequest, walked: str) -> HttpResponse:
    """Walk along on the round of a colleague."""
    actions.join_round(street(request.signed_in, act="street.join"), walked)
    return _back("")


@door("street.tally")
@require_POST
def tally(request: KeyedRequest, walked: str) -> HttpResponse:
    """One tap. Asked by script, the answer is the number alone."""
    opened = street(request.signed_in, act="street.tally")
    more, less = request.POST.get("plus", ""), request.POST.get("min", "")
    kind, spot = more or less, opened.spot(request.POST.get("spot", ""))
    if kind not in TallyKind or spot is None:
        raise Refused
    number = actions.press(opened, walked, spot=spot.id, kind=kind, by=1 if more else -1, once=_once(request))
    if request.headers.get("HX-Request"):
        return HttpResponse(str(number), content_type="text/plain; charset=utf-8")
    return _back("", spot.id)


@door("street.meet")
@require_POST
def meet(request: KeyedRequest, walked: str) -> HttpResponse:
    """Note a nickname or a group; what came back wrong keeps every word."""
    opened = street(request.signed_in, act="street.meet")
    if walked not in {one.id for one in opened.rounds}:
        raise Refused
    spot = opened.spot(request.POST.get("spot", ""))
    group = request.POST.get("sort") == GROUP
    form: NicknameForm | GroupForm = GroupForm(request.POST) if group else NicknameForm(request.POST)
    if not form.is_valid():
        return page(request, opened, spot=spot, **{GROUP if group else NICKNAME: form})
    given, here = form.cleaned_data, spot.id if spot else ""
    told = {name: given[name] for name in ("nickname", "words", "size", "known") if name in given}
    sort = GROUP if group else NICKNAME
    contact = StreetContact(new_id(), sort, opened.person, timezone.now(), here, **told)
    actions.meet(opened, walked, contact, once=_once(request))
    return _back("noted", here)


@door("street.note")
@require_POST
def note(request: KeyedRequest) -> HttpResponse:
    """Note a contact without a dossier, outside a round; it counts once."""
    form = WithoutForm(request.POST)
    if not form.is_valid():
        return page(request, street(request.signed_in, act="street.note"), without_form=form)
    actions.note_contact(request.signed_in, **form.cleaned_data, once=_once(request))
    return _back("noted")


@door("street.take_back")
@require_POST
def take_back(request: KeyedRequest, walked: str) -> HttpResponse:
    """Take a note back."""
    opened = street(request.signed_in, act="street.take_back")
    actions.take_back(opened, walked, request.POST.get("contact", ""))
    return _back("gone", request.POST.get("spot", ""))


@door("street.end")
@require_POST
def end(request: KeyedRequest, walked: str) -> HttpResponse:
    """The round is over."""
    actions.end_round(street(request.signed_in, act="street.end"), walked)
    return _back("ended")


@door("street.spot")
@require_POST
def spot(request: KeyedRequest) -> HttpResponse:
    """A spot to come to, or one we come to no longer."""
    opened = street(request.signed_in, act="street.spot")
    if "drop" in request.POST:
        actions.drop_spot(opened, request.POST["drop"])
        return _back("gone")
    form = SpotForm(request.POST)
    if not form.is_valid():
        return page(request, opened, new_spot=form)
    added = actions.add_spot(opened, **form.cleaned_data, once=_once(request))
    return _back("spot", added)


@door("street.over")
@require_GET
def over(request: KeyedRequest, walked: str) -> HttpResponse:
    """A round that is over: what was counted where, and who was met."""
    opened = street(request.signed_in, act="street.over")
    found = next((one for one in earlier(opened, most=200) if one.id == walked), None)
    if found is None:
        raise Refused
    names = {one.principal: one for one in team.members_of(opened.circle)}
    shown = {
        "eyebrow": show.eyebrow(found, names, opened.person),
        "title": show.day(found.day),
        "counted": show.by_spot(found.content, all_spots(opened)),
        "met": show.met(found.content.met),
    }
    return render(request, f"{PAGES}round_over.html", shown)


def page(request: KeyedRequest, opened: Street, *, spot: Spot | None = None, **forms: Any) -> HttpResponse:
    """The page of the street with the forms as they are; those that came back wrong in their place."""
    members = team.members_of(opened.circle)
    names = {one.principal: one for one in members}
    mine = opened.mine
    here = spot or opened.spot(request.GET.get("spot", "")) or _last(opened, mine)
    said: dict[str, Any] = {
        "once": new_id(),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "spots": opened.spots,
        "here": here,
        "new_spot": forms.pop("new_spot", None) or SpotForm(),
        "word": forms.pop("word", None) or WordForm(colleagues=members, me=opened.person),
        "without": show.met(opened.contacts),
        "without_form": forms.pop("without_form", None) or WithoutForm(),
        "page_path": "/",
    }
    if mine is None:
        said["start"] = StartForm(colleagues=members, me=opened.person)
        said["others"], said["earlier"] = show.over(opened.of_others, names), show.over(opened.over, names)
        return render(request, f"{PAGES}street.html", said)
    said |= {
        "round": mine.id,
        "eyebrow": show.eyebrow(mine, names, opened.person),
        "tallies": show.tallies(mine.content, here.id) if here else [],
        "met": show.met(mine.content.met),
        "nickname": forms.get(NICKNAME) or NicknameForm(),
        "group": forms.get(GROUP) or GroupForm(),
    }
    return render(request, f"{PAGES}round.html", said)


def _last(opened: Street, mine: Round | None) -> Spot | None:
    """Where one counted last, else the first spot."""
    spots = [one.spot for one in mine.content.tallies] if mine else []
    last = opened.spot(spots[-1]) if spots else None
    return last or next(iter(opened.spots), None)


def _once(request: KeyedRequest) -> str:
    return request.POST.get("once", "")[:40] or new_id()


def _back(done: str, spot: str = "") -> HttpResponse:
    said = "&".join(part for part in (f"done={done}" if done else "", f"spot={spot}" if spot else "") if part)
    return HttpResponseRedirect(f"{reverse('contacts:street')}{'?' if said else ''}{said}")
