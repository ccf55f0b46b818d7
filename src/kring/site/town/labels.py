"""Invented names of the people we meet: first names of many origins, family names, nicknames. Nobody here exists."""

from collections.abc import Iterator
from itertools import cycle
from random import Random

FIRST_NAMES = (
    *("Aaron", "Abdel", "Adam", "Adriana", "Aiko", "Alina", "Amina", "Amir", "An", "Anouk", "Anton", "Arne"),
    *("Arta", "Asif", "Aya", "Ayoub", "Bilal", "Birgit", "Bogdan", "Bram", "Brenda", "Carlos", "Cem", "Chayma"),
    *("Chiara", "Daan", "Danai", "Daria", "Dries", "Dunya", "Ebrahim", "Elena", "Elias", "Elif", "Emine", "Emma"),
    *("Enes", "Esra", "Ewa", "Farah", "Farid", "Femke", "Ferre", "Filip", "Finn", "Florin", "Fouad", "Freya"),
    *("Gilles", "Giulia", "Gloria", "Goran", "Hamza", "Hanne", "Haruka", "Hatice", "Hiwot", "Ibrahim", "Ilias"),
    *("Ilse", "Imane", "Imran", "Inas", "Ivan", "Jade", "Jan", "Jasper", "Jawad", "Jelle", "Jente", "Joke"),
    *("Jolien", "Jonathan", "Josefina", "Julie", "Kaat", "Karim", "Katarzyna", "Kenji", "Kevin", "Kobe", "Koffi"),
    *("Laila", "Lars", "Latifa", "Leen", "Leila", "Lena", "Lien", "Liesbet", "Lina", "Lorenzo", "Luca", "Lukas"),
    *("Maarten", "Magda", "Malik", "Mamadou", "Manon", "Marek", "Maria", "Mariam", "Matteo", "Mehmet", "Mia"),
    *("Miguel", "Mika", "Mila", "Milan", "Mirjana", "Mohamed", "Mona", "Moussa", "Nabil", "Nadia", "Naima"),
    *("Narges", "Nasim", "Natalia", "Nell", "Nils", "Nina", "Noah", "Nora", "Olena", "Oumaima", "Pedro", "Pieter"),
    *("Rachid", "Radu", "Rania", "Rayan", "Reza", "Rik", "Robbe", "Romy", "Rosa", "Ruben", "Rune", "Sabrina"),
    *("Said", "Salma", "Samira", "Sander", "Sara", "Selam", "Selma", "Sem", "Senne", "Siham", "Simon", "Sofia"),
    *("Soufian", "Stef", "Svetlana", "Tariq", "Tess", "Thijs", "Tigist", "Timo", "Tuur", "Viktor", "Wannes"),
    *("Warre", "Wout", "Xander", "Yara", "Yasmin", "Yassine", "Youssef", "Yusuf", "Zahra", "Zeynep", "Zoë"),
)
FAMILY_NAMES = (
    *("Aksoy", "Alaoui", "Baert", "Bakkali", "Balde", "Bilgin", "Bogaerts", "Bouazza", "Ceulemans", "Coppens"),
    *("Costa", "Daems", "Demir", "Diallo", "Dobre", "Ferreira", "Geens", "Gorski", "Haddad", "Hendrickx"),
    *("Ionescu", "Jacobs", "Janssens", "Kaya", "Kovac", "Lambrechts", "Lievens", "Lopes", "Maes", "Marinov"),
    *("Mertens", "Moens", "Nowak", "Nys", "Okafor", "Osman", "Peeters", "Popescu", "Qasim", "Raes", "Ramos"),
    *("Saidi", "Segers", "Tahiri", "Tesfaye", "Uytterhoeven", "Verlinden", "Vrancken", "Wellens", "Willems"),
    *("Yildiz", "Zerouali", "Zhang"),
)
NICKNAMES = (
    *("Smiley", "Lange", "Bolleke", "Toots", "De Rosse", "Kas", "Muisje", "Polleke", "Zizo", "Kapitein", "Flash"),
    *("Tijger", "Bob", "Prof", "Mokka", "Sproet", "Krol", "Dudu", "Kleine", "Nonkel", "Pinguïn", "Rasta", "Snor"),
    *("Tante", "Vlinder", "Wolf", "Choco", "Beppe", "Fluiter", "Joker", "Ketje", "Momo", "Nouche", "Ollie", "Pico"),
)
_INITIALS = "ABCDEFGHIJKLMNOPRSTVWYZ"


def labels(random: Random, *, nicknamed: int = 12) -> Iterator[str]:
    """First name and initial, all different as long as that lasts; one in `nicknamed` is a nickname alone."""
    drawn = [f"{first} {initial}." for first in FIRST_NAMES for initial in _INITIALS]
    random.shuffle(drawn)
    nicknames = list(NICKNAMES)
    random.shuffle(nicknames)
    for label in cycle(drawn):
        yield nicknames.pop() if nicknames and random.randrange(nicknamed) == 0 else label


def family_name(random: Random, initial: str) -> str:
    """A family name with this initial where there is one, or any."""
    fitting = [name for name in FAMILY_NAMES if name.startswith(initial)]
    return random.choice(fitting or list(FAMILY_NAMES))
