"""The pages of the referral: three steps in public, one page for a colleague. What the pages carry is in carried.py.

Every answer to a post is a page, never a redirect: what was typed stands in it, and reloading it sends the same
submission again, which is the same referral.
"""

from collections.abc import Iterable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.support import hint_words
from kring.support.intake import summary
from kring.support.intake.actions import Receipt, Received, receive_referral
from kring.support.intake.carried import HONEYPOT, STORY, TALK, YOU, Carried, TakenDown
from kring.support.intake.codelists import Channel
from kring.support.intake.embedding import embeddable, routes
from kring.support.intake.forms import ALL, ReachForm, StoryForm, TalkForm, Together, WhoForm
from kring.support.intake.moments.rules import Taken
from kring.support.intake.moments.show import moment as said_moment
from kring.support.intake.pace import TooOften
from kring.support.intake.receivers import may_take_down, writer_of
from kring.team.address import address_of
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door

PAGES: dict[int, tuple[str, tuple[type[Form], ...]]] = {
    YOU: ("start", (WhoForm, ReachForm)),
    STORY: ("story", (StoryForm,)),
    TALK: ("talk", (TalkForm,)),
}
NAMES: dict[type[Form], str] = {WhoForm: "who", ReachForm: "reach", StoryForm: "story", TalkForm: "talk"}
STRIP = "strip"
_FOLDER = "support/intake/pages"
_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@door("intake.start", public=True)
@_METHODS
def start(request: KeyedRequest) -> HttpResponse:
    """Who are you: the first step, also on the way back to it."""
    return _begin(request)


@door("intake.story", public=True)
@_METHODS
def story(request: KeyedRequest) -> HttpResponse:
    """The concern, once it is known who refers."""
    return _arrive(request, STORY)


@door("intake.talk", public=True)
@_METHODS
def talk(request: KeyedRequest) -> HttpResponse:
    """The talk, and what is sent."""
    return _arrive(request, TALK)


@door("intake.thanks", public=True)
@_METHODS
def thanks(request: KeyedRequest) -> HttpResponse:
    """Receive the referral and show its code, once."""
    return _finish(request)


@door("intake.embedded", public=True)
@embeddable
@_METHODS
def embedded(request: KeyedRequest, language: str, step: str) -> HttpResponse:
    """Every step of the form again, in a frame on the city's own site."""
    match step:
        case "aanmelden":
            return _begin(request)
        case "bedankt":
            return _finish(request)
    return _arrive(request, STORY if step == "bezorgdheid" else TALK)


@door("intake.take_down", to=may_take_down, while_locked=True)
@_METHODS
def take_down(request: KeyedRequest) -> HttpResponse:
    """A colleague writes down what somebody tells by phone or on the street; also while locked, nothing is read."""
    carried = _tidied(request, TakenDown)
    sending = request.method == "POST" and STRIP not in request.POST
    if sending and carried.wrong_step() is None:
        try:
            received = _receive(carried, Channel.COLLEAGUE, by=writer_of(request))
        except Taken:
            carried = carried.without("moment")
            words = gettext("Somebody was just before you at this moment. Choose another.")
            context = {"carried": carried, "refusal": words, **_forms(carried, ALL, checked=False), **_around(request)}
            return render(request, f"{_FOLDER}/take_down.html", context, status=409)
        drafts.accepted(request)
        return render(request, f"{_FOLDER}/taken_down.html", {"code": received.code.split("-")})
    context = {"carried": carried, **_forms(carried, ALL, checked=sending), **_around(request)}
    return render(request, f"{_FOLDER}/take_down.html", context)


def _begin(request: KeyedRequest) -> HttpResponse:
    return _show(request, Carried(request.POST), YOU)


def _finish(request: KeyedRequest) -> HttpResponse:
    """Receive it, or say beside which step what is wrong."""
    if request.method != "POST":
        return redirect(routes(request)["start"])
    carried = Carried(request.POST)
    if wrong := carried.wrong_step():
        return _show(request, carried, wrong, checked=True)
    if request.POST.get(HONEYPOT):
        return _show(request, carried, TALK, refusal=gettext("Something went wrong while sending. Send it once more."))
    try:
        received = _receive(carried, Channel.FORM, address=address_of(request))
    except TooOften:
        words = gettext(
            "A lot was sent from this place just now. Wait a few minutes, then send again. Nothing is lost."
        )
        return _show(request, carried, TALK, refusal=words, status=429)
    except Taken:
        words = gettext(
            "Somebody was just before you at this moment. Choose another; everything else still stands here."
        )
        return _show(request, carried.without("moment"), TALK, refusal=words, status=409)
    own = request.build_absolute_uri(reverse("clarification:own", args=[received.own_token]))
    moment = carried.sent().moment
    said = {
        "code": received.code.split("-"),
        "own": own,
        "at": localtime(),
        "reachable": not _unreachable(carried),
        "moment": said_moment(moment) if moment else "",
    }
    return render(request, f"{_FOLDER}/thanks.html", {**said, **_around(request)})


def _arrive(request: KeyedRequest, at: int) -> HttpResponse:
    """A step that was gone to: the step itself, or an earlier one that is not right yet."""
    if request.method != "POST":
        return redirect(routes(request)["start"])
    carried = _tidied(request)
    wrong = carried.wrong_step(before=at)
    return _show(request, carried, wrong or at, checked=wrong is not None)


def _show(
    request: KeyedRequest, carried: Carried, step: int, *, checked: bool = False, refusal: str = "", status: int = 200
) -> HttpResponse:
    """One step with what was typed; everything of the other steps goes along hidden."""
    page, visible = PAGES[step]
    if step == TALK and _unreachable(carried):
        visible = (ReachForm, *visible)
    shown = _forms(carried, visible, checked=checked)
    if step == TALK:
        shown["lines"] = summary.lines(carried.answers(WhoForm, ReachForm, StoryForm))
    shown |= {"carried": carried, "hidden": list(carried.hidden(*visible)), "refusal": refusal}
    return render(request, f"{_FOLDER}/{page}.html", {**shown, **_around(request)}, status=status)


def _around(request: KeyedRequest) -> dict[str, Any]:
    """Where the forms go, whether they stand in a frame, and the words the hints on the device know."""
    found = request.resolver_match
    return {
        "to": routes(request),
        "embedded": bool(found and found.url_name == "embedded"),
        "hint_words": hint_words.AS_JSON,
    }


def _forms(carried: Carried, visible: Iterable[type[Form]], *, checked: bool) -> dict[str, Any]:
    """The visible forms by their short names, and together for the list of what is wrong."""
    shown = {NAMES[form]: carried.checked(form) if checked else carried.unchecked(form) for form in visible}
    return {**shown, "all": Together(*shown.values())}


def _unreachable(carried: Carried) -> bool:
    """Whether the last step asks how to reach the referrer: nothing was left, or what was left is wrong."""
    reach = carried.checked(ReachForm)
    return not reach.is_valid() or not any(reach.cleaned_data.values())


def _tidied(request: KeyedRequest, kind: type[Carried] = Carried) -> Carried:
    carried = kind(request.POST)
    return carried.without_register_numbers() if STRIP in request.POST else carried


def _receive(carried: Carried, channel: Channel, *, by: str = "", address: str = "") -> Received:
    sent = carried.sent()
    to = sent.content.referrer
    return receive_referral(
        sent.content,
        submission=sent.submission,
        channel=channel,
        referrer_kind=sent.kind,
        urgency=sent.urgency,
        by=by,
        address=address,
        moment=sent.moment,
        receipt=Receipt(to.email, to.language, Receipt.OWN_LINK) if to.email else None,
    )
