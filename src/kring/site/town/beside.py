"""Who stands beside the work in the demo of a register of another law: head, statistics, IT, trustees and so on."""

from kring.site.founding import GroupPlan, Newcomer, Post
from kring.site.town.people import CITY, DISCRETION
from kring.team.models import Function

BESIDE = (
    Newcomer("greet", "Greet Aerts", (Post(Function.HEAD_OF_SERVICE, "", CITY),), DISCRETION, "diensthoofd"),
    Newcomer("hilde", "Hilde Roels", (Post(Function.DPO, "", CITY),), DISCRETION, "functionaris gegevensbescherming"),
    Newcomer("saar", "Saar Michiels", (Post(Function.STATISTICIAN, "", CITY),), DISCRETION, "medewerker statistiek"),
    Newcomer("jonas", "Jonas Pauwels", (Post(Function.STATISTICIAN, "", CITY),), DISCRETION, "medewerker statistiek"),
    Newcomer("ann", "Ann Verbeke", (Post(Function.ADMINISTRATOR, "", CITY),), DISCRETION, "beheerder"),
    Newcomer("marc", "Marc Dillen", (Post(Function.TRUSTEE, "", CITY),), DISCRETION, "archivaris"),
    Newcomer("karel", "Karel Thys", (Post(Function.TRUSTEE, "", CITY),), DISCRETION, "algemeen directeur"),
)
OFFICES = (
    GroupPlan("head_of_service", "Diensthoofd", ("greet", "karel")),
    GroupPlan("dpo", "Functionaris voor gegevensbescherming", ("hilde", "marc")),
    GroupPlan("statistics", "Statistiek", ("saar", "jonas")),
)
TRUSTEES = ("marc", "karel", "hilde")
