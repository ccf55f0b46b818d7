"""The link of a referrer: code first, then what it holds, then the answer. No account, nothing remembered.

Looking changes nothing, since scanners of mail follow every link: the page asks for the code and knows nothing yet. A
wrong code, a link that is over, used or guessed get one and the same answer. Whoever tries many waits.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.support.clarification.agreed import ANSWERS, THANKS, agreed
from kring.support.clarification.answers import answer_by_link
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.link_forms import AnswerForm, CodeForm
from kring.support.clarification.links import OpenLink, open_link
from kring.support.clarification.models import ReferrerLink
from kring.support.clarification.rules import NotNow
from kring.support.intake.codes import tidy
from kring.support.intake.status import guesses
from kring.support.intake.status.guesses import TooMany
from kring.team.address import address_of
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "support/clarification/pages"


@door("clarification.confirm", public=True)
@require_http_methods(["GET", "POST"])
def confirm(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the code; with the code show what lies behind the link; with an answer drop it in the letterbox."""
    if request.method == "GET":
        return _show(request, "code", {"form": CodeForm()})
    try:
        guesses.check(address_of(request))
        opened = open_link(token, request.POST.get("code", ""))
        return _answer(request, opened) if "once" in request.POST else _extract(request, opened, None)
    except TooMany:
        said = _("Many codes were tried from this place. Wait half an hour, or call us.")
        return _refuse(request, said, status=429)
    except (Refused, NotNow, Conflict):
        said = _("This code does not open this link, or the link is over. Call us.")
        return _thanks(request) if _answered(request) else _refuse(request, said)


def _answer(request: KeyedRequest, opened: OpenLink) -> HttpResponse:
    form = _form(opened, request.POST)
    if not form.is_valid():
        return _extract(request, opened, form)
    given = form.cleaned_data
    answer = ReferrerAnswer(Answer(given["answer"]), given["words"], proposes=form.proposes)
    answer_by_link(opened, answer, once=given["once"])
    return _thanks(request)


def _form(opened: OpenLink, given: Any = None, initial: Any = None) -> AnswerForm:
    """The answers that fit what lies behind the link; to an invitation another moment as well."""
    kind = opened.link.kind
    return AnswerForm(ANSWERS[kind], given, initial, moments=kind == ReferrerLink.Kind.INVITATION)


def _extract(request: KeyedRequest, opened: OpenLink, form: AnswerForm | None) -> HttpResponse:
    code = tidy(request.POST.get("code", ""))
    if form is None:
        sending = {"code": code, "once": f"{opened.link.principal}.{new_id()}"}
        form = _form(opened, initial=sending)
    return _show(request, "confirm", {"form": form, "agreed": agreed(opened.shown, code, opened.link.referral_id)})


def _answered(request: KeyedRequest) -> bool:
    """Whether this very sending was done before: a double tap is no mistake."""
    once = request.POST.get("once", "")
    principal = once.partition(".")[0]
    return bool(principal) and outcome_of(once, actor=principal, lock=principal) is not None


def _thanks(request: KeyedRequest) -> HttpResponse:
    return _show(request, "thanks", {"said": THANKS.get(request.POST.get("answer", ""), THANKS[Answer.YES])})


def _refuse(request: KeyedRequest, said: str, status: int = 404) -> HttpResponse:
    """The one answer to whatever does not open: the question for the code, with a sentence, and nothing of what was."""
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class([said])
    return _show(request, "code", {"form": form}, status=status)


def _show(request: KeyedRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"{PAGES}/{page}.html", {**context, "page_path": request.path}, status=status)
