"""200 generated dossiers: no name, place or number of the dossier's people is left in the vignette, however typed."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from anyascii import anyascii

from kring.exchange.vignettes.building import Said, build
from kring.exchange.vignettes.rare import together
from kring.team.own_words import OwnWords

SEASONS = ("winter", "lente", "zomer", "herfst")
SAID = Said(
    person=lambda number: "[cliënt]" if number == 0 else f"[persoon {number}]",
    place="[plaats]",
    number="[nummer]",
    mail="[mail]",
    link="[link]",
    day=lambda season, year: f"[{SEASONS[season]}{f' {year}' if year else ''}]",
    age=lambda low, high: f"[{low} tot {high} jaar]" if high else "[80 jaar of ouder]",
)
FIRST = [
    "Robin",
    "Özlem",
    "Jean-Pierre",
    "Søren",
    "Zoë",
    "François",
    "Łukasz",
    "Noa",
    "Anaïs",
    "Mehdi",
    "Aïcha",
    "Thijs",
    "Björn",
    "Renée",
    "D'Angelo",
    "Marie-Claire",
    "Siobhán",
    "Emre",
    "Tom",
    "Jens",
    "Amélie",
    "Ngoc",
    "Yasmine",
    "Bram",
    "Ksenia",
    "Ílker",
    "Lotte",
    "Sanne",
    "Viktor",
    "Imane",
]
FAMILY = [
    "Van den Broeck",
    "Özdemir",
    "D'Hondt",
    "Claes",
    "De Smedt",
    "Vandenberghe",
    "El Khattabi",
    "Ben Ali",
    "Peeters-Maes",
    "Müller",
    "Nguyễn",
    "Kowalski",
    "Verstraeten",
    "Íñiguez",
    "Lefèvre",
    "Von Stein",
    "Bağcı",
    "Van 't Hof",
    "Jacobs",
    "Dupont",
]
STREETS = [
    "Zandpoortvest",
    "Oude Kerkstraat",
    "Sint-Janslaan",
    "Rue des Tanneurs",
    "Kipdorpplein",
    "Hogeveenstraat",
    "Nieuwe Beggaardensteeg",
]
PLACES = ("Basisschool De Regenboog", "Jeugdhuis Rzoezie", "Skatepark Vrijbroek", "Caputsteen", "Café Het Anker")
ENDINGS = ("", "s", "'s", "’s", "ke", "tje", "je", "ie", "eke", "en")
MONTHS = ("januari", "maart", "mei", "augustus", "oktober", "december")
Twist = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Case:
    """A dossier with a story that has everybody and everything in it, and what may not be left of it."""

    own: OwnWords
    text: str
    secrets: tuple[str, ...]


def accents_off(name: str, _chance: random.Random) -> str:
    return anyascii(name)


def hyphens_off(name: str, chance: random.Random) -> str:
    return name.replace("-", chance.choice(["", " "])).replace("'", chance.choice(["", "’", "'"]))


def inflected(name: str, chance: random.Random) -> str:
    return name + chance.choice(ENDINGS)


def doubled(name: str, _chance: random.Random) -> str:
    return f"{name}{name[-1]}eke" if name[-1] in "bdfgklmnprst" else f"{name}ke"


TWISTS: tuple[Twist, ...] = (
    lambda name, _chance: name,
    lambda name, _chance: name.upper(),
    lambda name, _chance: name.lower(),
    accents_off,
    hyphens_off,
    inflected,
    doubled,
    lambda name, chance: inflected(accents_off(name, chance), chance).lower(),
)


def twisted(name: str, chance: random.Random) -> str:
    return chance.choice(TWISTS)(name, chance)


def digits(chance: random.Random, *shape: int) -> list[str]:
    return [f"{chance.randrange(10 ** (length - 1), 10**length)}" for length in shape]


def a_case(seed: int) -> Case:
    chance = random.Random(seed)
    people = [(chance.choice(FIRST), chance.choice(FAMILY)) for _ in range(chance.randint(2, 6))]
    street, house, place = chance.choice(STREETS), chance.randint(1, 240), chance.choice(PLACES)
    phone = "04{} {} {} {}".format(*digits(chance, 2, 2, 2, 2)).replace(" ", chance.choice([" ", "/", ""]), 1)
    mail = f"{plain(people[0][0])}.{chance.randint(10, 99)}@post.example"
    day = chance.choice([f"{chance.randint(13, 28)} {chance.choice(MONTHS)} 2019", "17/11/2019", "2019-11-23"])
    number = "{}.11.{}-{}.{}".format(*digits(chance, 2, 2, 3, 2))
    said = []
    for first, family in people:
        whole = f"{twisted(first, chance)} {twisted(family, chance) if chance.random() < 0.5 else ''}"
        said.append(f"{whole} belde en {twisted(first, chance)} wou niet mee.")
        said.append(f"De familie {twisted(family, chance)} woont aan de {twisted_place(street, chance)} {house}.")
    there = twisted_place(place, chance)
    said.append(f"Bel {phone} of mail naar {mail}, nummer {number}. Op {day} was het aan {there}.")
    chance.shuffle(said)
    names = [part for first, family in people for part in (first, family)]
    known = tuple((first, family, f"{first} {family}") for first, family in people)
    secrets = (*names, street, str(house), place, phone, mail, number, day)
    return Case(OwnWords(known, (f"{street} {house}", place)), " ".join(said), secrets)


def twisted_place(place: str, chance: random.Random) -> str:
    return chance.choice([place, place.upper(), place.lower(), anyascii(place), place.replace("-", " ")])


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", anyascii(text).casefold())


NO_NAME = frozenset(("van", "den", "de", "el", "ben", "von", "des", "rue", "oude", "nieuwe", "het", "cafe", "sint"))
NO_NAME |= {"basisschool", "jeugdhuis", "skatepark", "post", "example", "mei"}


def left(case: Case, text: str) -> list[str]:
    """Which words of the secrets still stand in a text, placeholders aside."""
    bare = re.sub(r"\[[^\]]*\]", " ", text)
    have = {plain(word) for cut in (r"[\s.,;:/()]+", r"[^\w@.]+") for word in re.split(cut, bare)}
    whole = plain(bare)
    found = []
    for secret in case.secrets:
        for part in re.split(r"[\s\-'’/.@]+", secret):
            made = plain(part)
            if len(made) < 2 or made in NO_NAME:
                continue
            if made in have or (len(made) > 4 and made in whole):
                found.append(part)
    return found


@pytest.mark.parametrize("seed", range(200))
def test_nothing_of_the_dossiers_own_people_is_left(seed: int) -> None:
    case = a_case(seed)
    assert left(case, case.text), "the story has them in it"
    built = build(case.text, case.own, SAID)
    assert left(case, built.text) == [], (case.text, built.text)
    assert build(built.text, case.own, SAID).text == built.text


def of(*people: str, places: tuple[str, ...] = ()) -> OwnWords:
    return OwnWords(tuple((one,) for one in people), places)


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Robins moeder belde.", "[cliënt] moeder belde."),
        ("robinneke lacht, ROBIN niet.", "[cliënt] lacht, [cliënt] niet."),
        ("Robin V. kwam, en R.V. ook.", "[cliënt] kwam, en [cliënt] ook."),
        ("Robin Verstraeten zweeg.", "[cliënt] zweeg."),
        ("De Verstraetens zijn weg.", "De [cliënt] zijn weg."),
        ("Het robijntje en de verstraling blijven.", "Het robijntje en de verstraling blijven."),
        ("Hij is 14 jaar, zij een 33-jarige.", "Hij is [12 tot 17 jaar], zij een [26 tot 39 jaar]."),
        ("Op 3 maart 2021 en 23/11.", "Op [lente 2021] en [herfst]."),
        ("Bel 0470 12 34 56 of mail a.b@post.example.", "Bel [nummer] of mail [mail]."),
        ("Woont in de Lindestraat 12 bus 3, 2800 Mechelen.", "Woont in de [plaats]."),
        ("In 2021 kwamen 3 collega's 12 keer.", "In 2021 kwamen 3 collega's 12 keer."),
    ],
)
def test_what_stands_in_the_place_of_what_went(typed: str, made: str) -> None:
    assert build(typed, of("Robin Verstraeten"), SAID).text == made


def test_each_person_has_one_word_throughout() -> None:
    made = build("Robin sloeg Kim. Kim sloeg Robin niet, zegt Jo.", of("Robin", "Kim", "Jo"), SAID).text
    assert made == "[cliënt] sloeg [persoon 1]. [persoon 1] sloeg [cliënt] niet, zegt [persoon 2]."


def test_a_role_in_the_place_of_a_name_stays() -> None:
    told = build("Moeder en tante Rita belden.", of("Robin", "moeder", "Tante Rita"), SAID).text
    assert told == "Moeder en [persoon 2] belden."


def test_a_name_that_the_dossier_does_not_know_is_named_to_look_at() -> None:
    built = build("Robin ging met Wannes naar Blankenberge. Daar regende het.", of("Robin"), SAID)
    assert built.left == ("Wannes", "Blankenberge")
    assert built.gone == {"person": 1}


def test_a_rare_combination_is_named_and_a_common_one_is_not() -> None:
    rare = "Een jongen van [12 tot 17 jaar], een tweeling uit Syrië, na de brand in het nieuws."
    assert len(together(rare)) == 4
    assert together("Een jongen van [12 tot 17 jaar] praat niet op school.") == []
    assert together("Een tweeling van [12 tot 17 jaar] praat niet.") == []
