"""The people of the town on 1 March 2021: eleven colleagues, and those who stand beside the team. All invented."""

from kring.site.founding import Founding, GroupPlan, Newcomer, Post
from kring.team.models import Function, SecrecyStatus

CITY, WELFARE_CENTRE, STREET_WORK = "stad", "CAW", "vzw straathoekwerk"
SECRECY, DISCRETION = SecrecyStatus.Status.SECRECY, SecrecyStatus.Status.DISCRETION
POT = Post(Function.POT_OFFICER, "project_pot", CITY, 10)
"""What three of them do beside their work."""

TEAM = (
    Newcomer(
        "greet",
        "Greet Aerts",
        (Post(Function.HEAD_OF_SERVICE, "identity_coaching", CITY), POT),
        SECRECY,
        "diensthoofd, ook coördinator van PiM",
    ),
    Newcomer(
        "samir",
        "Samir Daoudi",
        (Post(Function.COACH, "identity_coaching", CITY),),
        SECRECY,
        "coach PiM",
    ),
    Newcomer(
        "eline",
        "Eline Maes",
        (Post(Function.COACH, "identity_coaching", CITY, 80),),
        SECRECY,
        "coach PiM",
    ),
    Newcomer(
        "tom",
        "Tom Wouters",
        (Post(Function.STREET_THERAPIST, "street_therapy", WELFARE_CENTRE),),
        SECRECY,
        "straattherapeut",
    ),
    Newcomer(
        "noor",
        "Noor Claes",
        (Post(Function.STREET_WORKER, "street_work", STREET_WORK),),
        SECRECY,
        "straathoekwerker",
    ),
    Newcomer(
        "joris",
        "Joris Peeters",
        (Post(Function.STREET_WORKER, "street_work", STREET_WORK),),
        SECRECY,
        "straathoekwerker",
    ),
    Newcomer(
        "fatma",
        "Fatma Yilmaz",
        (Post(Function.STREET_WORKER, "street_work", STREET_WORK, 90),),
        SECRECY,
        "straathoekwerker",
    ),
    Newcomer(
        "lotte",
        "Lotte Smets",
        (Post(Function.EARLY_WORKER, "early_intervention", CITY, 80),),
        SECRECY,
        "vroeginterventie, ViDA",
    ),
    Newcomer(
        "nele",
        "Nele Janssens",
        (Post(Function.CASE_DIRECTOR, "youth_reconnect", CITY),),
        SECRECY,
        "casusregisseur SAMEN",
    ),
    Newcomer(
        "wout",
        "Wout Hermans",
        (Post(Function.NEIGHBOUR_MEDIATOR, "neighbour_mediation", CITY, 50), POT),
        DISCRETION,
        "burenbemiddelaar",
    ),
    Newcomer(
        "ines",
        "Ines Goossens",
        (Post(Function.SANCTION_MEDIATOR, "sanction_mediation", CITY),),
        DISCRETION,
        "bemiddelaar NERO",
    ),
)
"""The eleven of the founding answer."""

BESIDE = (
    Newcomer("bart", "Bart Leemans", (Post(Function.HEAD_OF_DEPARTMENT, "", CITY), POT), DISCRETION, "afdelingshoofd"),
    Newcomer("karel", "Karel Thys", (Post(Function.GENERAL_DIRECTOR, "", CITY),), DISCRETION, "algemeen directeur"),
    Newcomer(
        "hilde", "Hilde Roels", (Post(Function.DPO, "", CITY),), DISCRETION, "functionaris voor gegevensbescherming"
    ),
    Newcomer("saar", "Saar Michiels", (Post(Function.STATISTICIAN, "", CITY),), DISCRETION, "medewerker statistiek"),
    Newcomer("jonas", "Jonas Pauwels", (Post(Function.STATISTICIAN, "", CITY),), DISCRETION, "medewerker statistiek"),
    Newcomer("ann", "Ann Verbeke", (Post(Function.ADMINISTRATOR, "", CITY),), DISCRETION, "beheerder"),
    Newcomer("marc", "Marc Dillen", (Post(Function.TRUSTEE, "", CITY),), DISCRETION, "archivaris"),
)
"""Beside the team: no member of a circle."""

OUTREACHERS = ("samir", "eline", "tom", "noor", "joris", "fatma", "lotte")
CIRCLES = (
    GroupPlan("intake", "Onthaal", (*OUTREACHERS, "nele")),
    GroupPlan("welfare", "Welzijn", OUTREACHERS),
    GroupPlan("samen", "SAMEN", ("nele", "eline")),
)
OFFICES = (
    GroupPlan("head_of_service", "Diensthoofd", ("greet", "karel")),
    GroupPlan("head_of_department", "Afdelingshoofd", ("bart", "karel")),
    GroupPlan("general_director", "Algemeen directeur", ("karel", "bart")),
    GroupPlan("dpo", "Functionaris voor gegevensbescherming", ("hilde", "marc")),
    GroupPlan("statistics", "Statistiek", ("saar", "jonas")),
    GroupPlan("pot", "Projectpot", ("greet", "bart", "wout")),
)
"""Every office has a second member: a key with one holder is one lost password away from being gone."""
TRUSTEES = ("karel", "hilde", "marc")

HOUSE = Founding(people=(*TEAM, *BESIDE), circles=CIRCLES, offices=OFFICES, trustees=TRUSTEES)
