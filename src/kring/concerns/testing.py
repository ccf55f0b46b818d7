"""Sofie, an invented school assistant, invited by Noor; what she does is done on her page, with her link and word."""

import re
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.concerns.own import links
from kring.concerns.partners import actions
from kring.concerns.partners.content import PartnerContent
from kring.concerns.partners.rules import end_of_school_year
from kring.concerns.threads.content import Written
from kring.concerns.threads.opening import open_partner
from kring.team.clock import today
from kring.team.testing import Persona
from kring.vault import outbox
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

SOFIE = PartnerContent(
    "Sofie Mertens", "Campus Stuivenberg", "assistant", "discretion", "sofie@school.example", "0400 00"
)
WORD = "lantern"
SEEN = "Three Mondays in a row away. Sits alone at the bicycle shed."
ONCE = re.compile(r'name="(once|concern)" value="([^"]+)"')


@dataclass
class AtSchool:
    """A partner with her link. `page` is what she sees."""

    partner: str
    token: str
    word: str = WORD

    def post(self, **given: str) -> str:
        """Send a form of her page with what stands in it; the page that answers."""
        browser = Client(headers={"accept-language": "en"})
        sent = {"word": self.word, **given}
        answer = browser.post(reverse("concerns:own", args=[self.token]), sent)
        if answer.status_code != 200:
            raise Refused
        return answer.content.decode()

    @property
    def page(self) -> str:
        return self.post()

    def raise_concern(self, words: str = SEEN, *, signs: str = "", knows: str = "") -> str:
        """Share a new concern; its id."""
        concern = new_id()
        said = Written(concern, timezone.now(), words=words, signs=tuple(signs.split()), knows=knows)
        links.share(links.open_page(self.token, self.word), said, once=new_id())
        return concern

    def write(self, concern: str, **given: str) -> str:
        """Go on in a thread, on her page."""
        return self.post(what="line", once=new_id(), concern=concern, **given)


def invited(by: Persona, content: PartnerContent = SOFIE, word: str = WORD) -> AtSchool:
    """Somebody is invited and got her link by mail, her word by phone."""
    partner = actions.invite(by.session, content, until=end_of_school_year(today()), once=new_id())
    opened = open_partner(by.session, partner, act="test.open")
    links.give_page(opened, word=word, language="nl", once=new_id())
    sent = [one for one in outbox.waiting() if one.template == "concerns" and one.to == content.email]
    return AtSchool(partner, sent[-1].words["token"], word)
