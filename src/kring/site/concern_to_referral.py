"""A concern becomes a referral: the one step that knows both, so it stands above both.

What was seen goes into the intake letterbox like any referral that a colleague takes down. Neither side keeps the
number of the other (domain.md 2.3; issue of the bond, no file of the pupil before a role is taken).
"""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kring.concerns.own.copying import renew
from kring.concerns.threads import actions, rules, showing
from kring.concerns.threads.codelists import By, Knows
from kring.concerns.threads.opening import OpenConcern, OpenPartner, open_concern
from kring.support.intake.actions import receive_referral
from kring.support.intake.codelists import Channel, Informed, ReferrerKind
from kring.support.intake.content import ReferralContent, Referrer
from kring.team.access import in_circle
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

KNOWS = {
    Knows.AGREES.value: Informed.AGREES.value,
    Knows.DOUBTS.value: Informed.DOUBTS.value,
    Knows.NOT_YET.value: Informed.NOT_YET.value,
}


@door("concerns.pass_on", to=in_circle("intake"))
@require_POST
def pass_on(request: KeyedRequest, concern: str) -> HttpResponse:
    """Make it a referral, once, when both agreed."""
    opened, of = open_concern(request.signed_in, concern, act="concerns.pass_on")
    if of.content.passed_on is None:
        if not rules.may_pass_on(of.content):
            raise Refused
        receive_referral(
            referral(opened, of),
            submission=f"concern-{of.row.id}",
            channel=Channel.COLLEAGUE,
            referrer_kind=ReferrerKind.SCHOOL,
            by=request.signed_in.person,
        )
        with suppress(Conflict):  # a colleague did it in the same moment: it is one referral
            actions.passed_on(opened, of, once=of.row.id, copied=renew)
    return HttpResponseRedirect(f"{reverse('concerns:concern', args=[concern])}?done=passed")


def referral(opened: OpenPartner, of: OpenConcern) -> ReferralContent:
    """What the inbox reads: the signs and the words of who saw it, and how to reach that person."""
    who, content = opened.content, of.content
    seen = [entry.words for entry in content.entries if entry.by == By.PARTNER.value]
    referrer = Referrer(name=who.name, organisation=who.school, email=who.email, phone=who.reach)
    said = "\n\n".join([*filter(None, [showing.signs(content)]), *seen])
    return ReferralContent(referrer, concern=said, informed=KNOWS.get(content.knows, ""), domains=("school",))
