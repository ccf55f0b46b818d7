"""Referrals that were decided before `DAY`: talks that were enough, roles taken, other outcomes. Made by seed.

The words of a talk that was enough are destroyed when the referrer agrees; they are told all the same, so that the same
actions run as with real people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from kring.site.town.caseload import DAY, Case
from kring.site.town.stories import TOWN, Outcome, Story
from kring.support.clarification.content import Proposal
from kring.support.intake.codelists import AgeBand, Informed, LifeDomain, ReferrerKind
from kring.support.intake.content import ReferralContent, Referrer

ENDED = {Outcome.TALK_ENOUGH: 23, Outcome.BETTER_PLACED: 5, Outcome.NO_ROLE: 3, Outcome.LATER: 2}
"""How many referrals ended how, besides roles."""
THIS_MORNING = {Outcome.TALK_ENOUGH: 2, Outcome.BETTER_PLACED: 1}
"""How many of them on `DAY` itself, so that the board has something decided this month."""
ROLES = 8
"""Open dossiers that began with a referral one can still read in them."""
RECEIVERS = ("noor", "samir", "eline", "fatma", "joris", "tom", "lotte")

REFERRERS = (
    (ReferrerKind.SCHOOL, "leerlingbegeleiding", ("Katrien", "Mo", "An")),
    (ReferrerKind.SCHOOL, "CLB", ("Hans", "Leen")),
    (ReferrerKind.PROFESSIONAL, "jeugdhuis", ("Yannick", "Sien")),
    (ReferrerKind.PROFESSIONAL, "Sociaal Huis", ("Rita", "Bart")),
    (ReferrerKind.PROFESSIONAL, "huisartsenpraktijk", ("dokter Raes",)),
    (ReferrerKind.FAMILY, "", ("mama", "zus", "opa")),
    (ReferrerKind.OTHER, "sportclub", ("Dirk", "Fien")),
)
CONCERNS = (
    ("Komt nog zelden naar de les en spreekt met niemand meer.", (LifeDomain.SCHOOL, LifeDomain.NETWORK)),
    ("Sinds de verhuis is er ruzie thuis en blijft hij buiten.", (LifeDomain.FAMILY,)),
    ("Zegt dat niemand haar hier moet hebben. Zoekt het online.", (LifeDomain.MEANING, LifeDomain.NETWORK)),
    ("Gamet elke nacht en eet op zijn kamer.", (LifeDomain.SUBSTANCES, LifeDomain.FAMILY)),
    ("Geen adres, geen kaart, geen dokter.", (LifeDomain.HOUSING, LifeDomain.RIGHTS)),
    ("Schulden bij drie winkels en een deurwaarder.", (LifeDomain.MONEY,)),
    ("Rouwt om zijn broer en komt niet meer trainen.", (LifeDomain.MENTAL_HEALTH, LifeDomain.LEISURE)),
    ("Werkte overal één week en geeft het nu op.", (LifeDomain.WORK,)),
)
AGREED = {
    Outcome.TALK_ENOUGH: (
        "Door erover te praten werd duidelijk wat nu kan.",
        "Ik vraag hem zelf mee op woensdag.",
        "Wij bellen over drie weken.",
    ),
    Outcome.BETTER_PLACED: (
        "Een andere dienst kent de familie al.",
        "Ik ga mee naar het eerste gesprek.",
        "Wij bellen vooraf met die dienst.",
    ),
    Outcome.NO_ROLE: (
        "Er is al een begeleider en meer mensen helpt niet.",
        "Ik zeg het aan de begeleider.",
        "Wij zijn er als het vastloopt.",
    ),
    Outcome.LATER: (
        "Nu is er rust. Na de paasvakantie kijken we opnieuw.",
        "Ik laat iets weten als het sneller moet.",
        "Wij nemen in april contact op.",
    ),
    Outcome.ROLE: (
        "Hij of zij wil zelf dat er iemand meekomt.",
        "Ik stel jullie aan elkaar voor.",
        "Wij spreken elke week af.",
    ),
}


def earlier(seed: int, cases: Sequence[Case]) -> tuple[list[Story], list[Case]]:
    """Decided referrals, and the cases again, of which some now say from which story they came."""
    random = Random(seed)  # noqa: S311  invented people, not keys
    stories = [_ended(random, outcome, at) for outcome, number in ENDED.items() for at in range(number)]
    began = dict(_roles(random, cases))
    told = [replace(case, story=began[at].key) if at in began else case for at, case in enumerate(cases)]
    return [*stories, *began.values()], told


def _ended(random: Random, outcome: Outcome, at: int) -> Story:
    decided_on = DAY if at < THIS_MORNING.get(outcome, 0) else DAY - timedelta(days=random.randint(3, 58))
    again_on = date(2021, 4, 19) if outcome is Outcome.LATER else None
    proposal = Proposal(outcome, *AGREED[outcome], again_on=again_on)
    return _decided(random, f"{outcome}-{at}", decided_on, random.choice(RECEIVERS), proposal)


def _roles(random: Random, cases: Sequence[Case]) -> Iterator[tuple[int, Story]]:
    """The newest open dossiers without a co-worker begin with a referral: position of the case, story."""
    fresh = [at for at, case in enumerate(cases) if not case.closed_on and not case.co_worker]
    for at in sorted(fresh, key=lambda at: (cases[at].opened_on, at), reverse=True)[:ROLES]:
        case = cases[at]
        proposal = Proposal(Outcome.ROLE, *AGREED[Outcome.ROLE], mode=case.summary.mode.value, asked=case.holder)
        yield at, _decided(random, f"role-{at}", case.opened_on, case.holder, proposal)


def _decided(random: Random, key: str, decided_on: date, receiver: str, proposal: Proposal) -> Story:
    kind, organisation, names = random.choice(REFERRERS)
    concern, domains = random.choice(CONCERNS)
    answered_at = datetime.combine(decided_on, time(random.randint(9, 17), random.choice((0, 15, 30, 45))), TOWN)
    return Story(
        key,
        ReferralContent(
            Referrer(random.choice(names), organisation, phone="sprak ons aan"),
            concern=concern,
            age_band=random.choice(list(AgeBand)).value,
            domains=tuple(domain.value for domain in domains),
            informed=random.choice(list(Informed)).value,
        ),
        answered_at - timedelta(days=random.randint(4, 15), hours=random.randint(0, 5)),
        kind,
        taken_down_by=receiver if random.random() < 0.3 else "",
        receiver=receiver,
        talk_at=answered_at,
        notes="Samen overlopen wat al geprobeerd werd en wie dicht staat.",
        proposal=proposal,
        answered_at=answered_at,
    )
