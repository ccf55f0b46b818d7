"""Given names that are one name: written from another script in several ways, or called at home.

A way of writing may make two records the same; a pet name or a name in another language never does, it is only asked.
What one sound can be written as stands in spelling.py. Add a line here when a family is missing.
"""

from kring.support.dossier.likeness.spelling import sound

_WRITTEN = """
mohamed mohammed muhammed mohammad mohamad muhammad mouhamed
youssef yusuf yousef yussuf yousuf youssouf yusef
rachid rashid rasheed rachide
aicha aisha ayesha aysha aiche
hussein hussain hossein houssein huseyin houcine hocine houssain husayn
oleksandr aleksandr alexandr olexandr
oleksandra aleksandra alexandra olexandra
yuliia yulia iuliia julia yuliya
abdellah abdallah abdullah abdoullah abdulla abdoulah
khadija khadidja chadija khadijah chadidja
noureddine nordine nourdin nordin nureddin noureddin nourdine nureddine
said saeed sayed saied
zohra zahra zohrah zahrah
ibrahim brahim ebrahim ibraheem
omar omer oumar umar
mustafa mustapha mostafa moustapha mostapha moustafa
soufiane sofiane soufian sufyan sofian sufian sufiane
fatima fatimah fatemeh
fatma fatme
karim kareem kerim
jamal djamal gamal jamel djamel
hicham hisham hichem
achraf ashraf
ilyas ilias iliass elias ilyass elyas
bilal billal bilel
hamza hamzah
ayoub ayyoub eyup ayub
chaimae chaima chaymae shaima shaimaa chaimaa
oumaima oumayma umaima umayma
nadia nadja nadya nadiya
jozef josef joseph yosef
lukasz lucas lukas loukas
yassine yasin yassin yasine yacine
zakaria zakariya zacharia zakariae zakarya zacharie
hanane hanan hannan
latifa latifah
sanae sanaa sana
loubna lubna
souad suad soad
amin amine ameen
malika malikah
samira sameera samirah
samir sameer
nabil nabeel nabile
tarik tarek tariq tareq
khalid khaled chalid
walid waleed oualid
hassan hasan hacen hassane
hakim hakeem
nasser naser nacer
reda rida redha ridha
redouan redouane ridouan redwan ridwan
anouar anwar anouare
abderrahman abdurrahman abdelrahman abdulrahman abderrahmane
abdelkader abdulkader abdelqader abdulqadir
mariam maryam mariyam meryem meriem maryem miriam
sergei sergej sergey serhii serhiy
dmitri dmitry dmitrij dmytro dimitri
andrei andrej andrey andrii andriy
yevhen evgeni evgeny yevgeny evhen
olga olha
natalia natalya nataliia natalja
iryna irina irena
volodymyr vladimir wladimir
mykola nikolai nikolaj nikolay
kateryna ekaterina katerina
oksana oxana
yasmina jasmina
yasmine yasmin jasmine jasmin
"""
_CALLED = """
mohamed mo momo hamoudi
abdellah abdel abdou
youssef youss sefa
mustafa mus musti
ibrahim ibo brahim
zakaria zak zaki
bilal bil
robbe rob robert robin bob bert
willem wim wil bill
jan johan johannes jean john hans janne
jozef jef jos jo
antoon toon ton anton antoine tony
alexander alex xander sander lex sasja sacha
alexandra sandra alex sasja
elisabeth els elise lies lisa liesbeth betty elsje bette
katarzyna catharina katrijn trijn kathleen katja kasia cathy karin kaat kato
margaretha griet greet margriet greta margot marge
maria marie mia mieke ria marieke maaike mariette
johanna hanna jo jana hanneke
anna an anneke annie anouk anja
thomas tom tommy
michiel michael mike mich michel
nicolas nick niels klaas nico
christina tina chris kristien kristin stien
christian chris
frederik fred frits rik
hendrik henri rik hein
pieter piet peter
lodewijk louis lode ludo
david dave
daniel daan dani danny
matthias matti mats matteo
sebastiaan bas seb
maximiliaan max
benjamin ben benny
samuel sam sammy
samira sam
josephine josee fien fientje
emma em
eleonora noor nora ella
gabriel gab
laurens lars lau
vincent vince
charlotte lotte lot
carolina lien carolien
evelien lien eef
isabelle bel isa ies
fatima fati tima
khadija dija
yasmina yas mina
mehmet memo
huseyin hus
aleksandr sasha alex
dmitri dima
volodymyr vova
yevhen zhenya
"""


def _by_word(lines: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines.split("\n")):
        for name in line.split():
            found.setdefault(sound(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_WAYS, _CALLS = _by_word(_WRITTEN), _by_word(_CALLED)
_NONE: frozenset[int] = frozenset()
_FIRST = {sound(name): sound(line.split()[0]) for line in reversed(_WRITTEN.split("\n")) for name in line.split()}


def one_name(one: str, other: str) -> bool:
    """Whether two words (by sound) are ways of writing one given name."""
    return bool(_WAYS.get(one, _NONE) & _WAYS.get(other, _NONE))


def called(one: str, other: str) -> bool:
    """Whether one of two words (by sound) may be what somebody with the other name is called."""
    return bool(_CALLS.get(one, _NONE) & _CALLS.get(other, _NONE))


def both_known(one: str, other: str) -> bool:
    """Whether two words (by sound) are both names we know: then neither is a slip of the pen for the other."""
    return all(word in _WAYS or word in _CALLS for word in (one, other))


def as_written_first(word: str) -> str:
    """One word (by sound) for all ways to write a given name; any other word is itself."""
    return _FIRST.get(word, word)
