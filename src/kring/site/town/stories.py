"""The referrals of the town as data: what somebody wrote, and how far it came by the morning of `DAY`.

A story stops where its last given thing stops: nothing given is a new card, a moment is a planned talk, notes are
"decide together", a proposal waits for the referrer, an answer decides. The lane follows from that and is stated
nowhere. What does not live here: the telling, with real keys (telling.py), and earlier referrals (earlier.py).
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kring.support.clarification.content import Proposal
from kring.support.intake.codelists import AgeBand, Channel, Informed, LifeDomain, ReferrerKind, Urgency
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.intake.models import Referral

TOWN = ZoneInfo("Europe/Brussels")
Outcome = Referral.Outcome


@dataclass(frozen=True, slots=True)
class Story:
    """One referral. receiver, asked and the proposal's `asked` are keys of people.

    taken_down_by: the colleague who wrote it down. asked: who was asked to receive it and did not say yes yet.
    answered_at: when the referrer said yes, by word.
    """

    key: str
    content: ReferralContent
    arrived_at: datetime
    referrer_kind: ReferrerKind = ReferrerKind.UNKNOWN
    urgency: Urgency = Urgency.NORMAL
    taken_down_by: str = ""
    receiver: str = ""
    asked: str = ""
    talk_at: datetime | None = None
    notes: str = ""
    proposal: Proposal | None = None
    answered_at: datetime | None = None

    @property
    def channel(self) -> Channel:
        """By the form, unless a colleague wrote it down."""
        return Channel.COLLEAGUE if self.taken_down_by else Channel.FORM


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """An hour of the spring of 2021, on the town's clock."""
    return datetime(2021, month, day, hour, minute, tzinfo=TOWN)


def _words(
    referrer: Referrer,
    concern: str,
    *domains: LifeDomain,
    tried: str = "",
    age: AgeBand = AgeBand.UNKNOWN,
    informed: Informed = Informed.UNKNOWN,
    wishes: str = "",
    protect_source: bool = False,
) -> ReferralContent:
    return ReferralContent(
        referrer=referrer,
        concern=concern,
        tried=tried,
        age_band=age.value,
        domains=tuple(domain.value for domain in domains),
        informed=informed.value,
        wishes=wishes,
        protect_source=protect_source,
    )


D = LifeDomain
NEW = (
    Story(
        "toren",
        _words(
            Referrer("Griet Lens", "Middenschool De Toren", "griet.lens@detoren.example", "", "nl"),
            "Een leerling van vijftien komt sinds de herfstvakantie nog twee dagen per week. Op school is hij stil, "
            "na de bel hangt hij tot donker aan het station. Thuis werd de gsm-rekening niet meer betaald.",
            D.SCHOOL,
            D.NETWORK,
            D.MONEY,
            tried="Drie keer gebeld, één brief. De klasleerkracht sprak hem aan op de speelplaats.",
            age=AgeBand.TO_17,
            informed=Informed.NOT_YET,
            wishes="Liefst over de middag.",
        ),
        at(3, 1, 8, 12),
        ReferrerKind.SCHOOL,
        Urgency.THIS_WEEK,
    ),
    Story(
        "trainer",
        _words(
            Referrer("Dirk", "voetbalclub in de wijk", "", "aan het terrein, dinsdagavond", "nl"),
            "Een speler van onze U17 kwam drie trainingen niet. Zijn beste maat zegt dat hij 's nachts op de baan is "
            "met oudere gasten. Ik wil hem niet kwijt.",
            D.LEISURE,
            D.NETWORK,
            age=AgeBand.TO_17,
            informed=Informed.UNKNOWN,
        ),
        at(2, 28, 19, 40),
        ReferrerKind.OTHER,
    ),
    Story(
        "tante",
        _words(
            Referrer("", "", "", "", "nl"),
            "Mevrouw sprak mij aan op de markt. Haar neef van tweeëntwintig slaapt sinds vorige week in een auto. "
            "Hij wil geen opvang maar wel eens praten.",
            D.HOUSING,
            D.FAMILY,
            age=AgeBand.TO_25,
            informed=Informed.AGREES,
        ),
        at(2, 27, 11, 5),
        ReferrerKind.FAMILY,
        Urgency.TODAY,
        taken_down_by="fatma",
    ),
    Story(
        "verpleegster",
        _words(
            Referrer("Sofie Nijs", "wijkgezondheidscentrum", "sofie.nijs@wgc.example", "", "nl"),
            "Een man van in de veertig komt voor wondzorg en vertelt dat hij al weken niemand sprak. Drinkt weer.",
            D.MENTAL_HEALTH,
            D.SUBSTANCES,
            age=AgeBand.OLDER,
            informed=Informed.DOUBTS,
        ),
        at(2, 26, 16, 20),
        ReferrerKind.PROFESSIONAL,
        receiver="noor",
        asked="tom",
    ),
)
PLANNED = (
    Story(
        "clb",
        _words(
            Referrer("Hans Bral", "CLB", "hans.bral@clb.example", "", "nl"),
            "Zesde jaar, gamet tot vier uur, slaapt in de les. Ouders zijn moe en boos. Wij zoeken iemand die bij hem "
            "thuis binnenraakt.",
            D.SUBSTANCES,
            D.SCHOOL,
            D.FAMILY,
            tried="Gesprek met ouders, doorverwijzing afgeketst.",
            age=AgeBand.TO_17,
            informed=Informed.DOUBTS,
        ),
        at(2, 24, 10, 2),
        ReferrerKind.SCHOOL,
        receiver="lotte",
        talk_at=at(3, 2, 13),
    ),
    Story(
        "jeugdhuis",
        _words(
            Referrer("Yannick", "jeugdhuis", "yannick@jeugdhuis.example", "", "nl"),
            "Twee zussen komen elke dag tot sluitingstijd en willen niet naar huis. De jongste zei dat er thuis niemand"
            " nog met elkaar praat sinds de vader vertrok.",
            D.FAMILY,
            D.MEANING,
            age=AgeBand.TO_17,
            informed=Informed.AGREES,
            wishes="Na vier uur.",
        ),
        at(2, 23, 17, 30),
        ReferrerKind.PROFESSIONAL,
        Urgency.THIS_WEEK,
        receiver="eline",
        talk_at=at(3, 3, 16, 30),
    ),
    Story(
        "zichzelf",
        _words(
            Referrer("", "", "", "sms, 's avonds", "fr"),
            "Je dors chez des amis depuis janvier. J'ai perdu mes papiers et mon travail. Je ne sais pas par où "
            "commencer.",
            D.HOUSING,
            D.RIGHTS,
            D.WORK,
            age=AgeBand.TO_25,
            informed=Informed.AGREES,
        ),
        at(2, 22, 22, 14),
        ReferrerKind.SELF,
        receiver="joris",
        talk_at=at(3, 1, 18),
    ),
)
DECIDING = (
    Story(
        "huisarts",
        _words(
            Referrer("dokter Maes", "groepspraktijk", "", "praktijklijn, voor negen uur", "nl"),
            "Jonge vrouw, praat over stemmen, weigert de wachtlijst. Wel bereid om buiten te wandelen met iemand.",
            D.MENTAL_HEALTH,
            age=AgeBand.TO_25,
            informed=Informed.AGREES,
        ),
        at(2, 17, 8, 45),
        ReferrerKind.PROFESSIONAL,
        Urgency.THIS_WEEK,
        receiver="tom",
        notes="Huisarts blijft de medicatie opvolgen. Zoekt iemand die elke week meewandelt. Zij wil dat zelf.",
    ),
    Story(
        "oma",
        _words(
            Referrer("Lea", "", "", "belt zelf op vrijdag", "nl"),
            "Mijn kleinzoon van zeventien stopte met school en met bidden en met alles. Hij zegt dat niemand hem hier "
            "wil. Ik ben bang dat hij bij de verkeerden gaat zoeken.",
            D.MEANING,
            D.FAMILY,
            D.SCHOOL,
            age=AgeBand.TO_17,
            informed=Informed.NOT_YET,
            protect_source=True,
        ),
        at(2, 15, 14, 0),
        ReferrerKind.FAMILY,
        receiver="samir",
        notes="Oma wil niet genoemd worden. Hij komt zondags eten: zij vraagt hem of Samir eens mag langskomen.",
    ),
    Story(
        "vdab",
        _words(
            Referrer("Karim", "jobcoach", "karim@jobcoach.example", "", "nl"),
            "Jongen van negentien daagt telkens één keer op en verdwijnt dan. Ik denk dat er thuis iets speelt.",
            D.WORK,
            D.FAMILY,
            age=AgeBand.TO_25,
            informed=Informed.DOUBTS,
        ),
        at(2, 16, 11, 30),
        ReferrerKind.PROFESSIONAL,
        receiver="joris",
        notes="Jobcoach heeft nog één afspraak openstaan. We bekijken of Joris daar gewoon bij komt zitten.",
    ),
)
WAITING = (
    Story(
        "brugfiguur",
        _words(
            Referrer("Nawal", "basisschool De Brug", "nawal@debrug.example", "", "nl"),
            "Een mama komt elke ochtend wenend aan de poort. Drie kinderen, geen inkomen sinds december.",
            D.MONEY,
            D.FAMILY,
            tried="Koffie in de leraarskamer, folder van het Sociaal Huis.",
            age=AgeBand.OLDER,
            informed=Informed.AGREES,
        ),
        at(2, 12, 9, 10),
        ReferrerKind.SCHOOL,
        receiver="fatma",
        notes="Nawal gaat zelf mee naar het Sociaal Huis. Zij heeft het vertrouwen al.",
        proposal=Proposal(
            Outcome.TALK_ENOUGH,
            "De brugfiguur heeft het vertrouwen en kent nu de weg.",
            "Ik ga dinsdag mee naar het Sociaal Huis.",
            "Wij bellen over twee weken hoe het liep.",
        ),
    ),
    Story(
        "opvang",
        _words(
            Referrer("Wim", "nachtopvang", "", "balie, tot 22 uur", "nl"),
            "Man van eenentwintig, nacht na nacht, wil weg van zijn vrienden maar durft de stad niet uit.",
            D.HOUSING,
            D.NETWORK,
            D.SUBSTANCES,
            age=AgeBand.TO_25,
            informed=Informed.AGREES,
        ),
        at(2, 11, 20, 0),
        ReferrerKind.PROFESSIONAL,
        receiver="noor",
        notes="Hij kent Noor van op straat en wil met haar praten. Opvang houdt zijn bed tot eind maart.",
        proposal=Proposal(
            Outcome.ROLE,
            "Hij vraagt het zelf en er is iemand die hij kent.",
            "De opvang houdt zijn plaats vrij.",
            "Noor spreekt hem elke week.",
            mode="hands_on",
            asked="noor",
        ),
    ),
    Story(
        "buur",
        _words(
            Referrer("Godelieve", "", "", "bel aan, nummer 14", "nl"),
            "Achter mij woont een man alleen. Vuilzakken in de gang, roept 's nachts, doet niet meer open.",
            D.HOUSING,
            D.MENTAL_HEALTH,
            age=AgeBand.OLDER,
            informed=Informed.NOT_YET,
        ),
        at(2, 10, 15, 30),
        ReferrerKind.OTHER,
        receiver="tom",
        notes="De wijkagent en het wijkgezondheidscentrum komen al aan huis. Wij zouden de vierde zijn.",
        proposal=Proposal(
            Outcome.BETTER_PLACED,
            "Er komt al iemand aan huis die hij binnenlaat.",
            "Ik zeg het aan de verpleegster als het erger wordt.",
            "Wij verwittigen het wijkgezondheidscentrum.",
        ),
    ),
)
UNDER_WAY = (*NEW, *PLANNED, *DECIDING, *WAITING)
"""The board of `DAY`, in the order of its lanes."""
