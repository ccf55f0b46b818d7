"""Next steps as colleagues write them: short, in Dutch, by phase of the journey and by way of working. Content, not
words of a page, so they are not translated.
"""

from random import Random

from kring.support.dossier.content import Phase

BY_PHASE: dict[Phase, tuple[str, ...]] = {
    Phase.NETWORK: (
        "Netwerk aanvullen met {name}",
        "Vragen wie mee mag kijken",
        "Broer opzoeken op het plein",
        "Kennismaken met de grootmoeder",
        "Samen overlopen wie er nog belt",
        "Vertrouwenspersoon op school zoeken",
        "Langsgaan bij de jongerenwerking",
        "Opnieuw langs de vaste plek aan het station",
    ),
    Phase.CONSULTATION: (
        "Overleg plannen met school",
        "Uitnodiging nalezen met {name}",
        "Huisbezoek om 18.15 uur",
        "Afspreken wie er aan tafel zit",
        "Verslag overlopen met {name}",
        "Zaaltje vragen in het buurthuis",
        "Tolk vastleggen voor het overleg",
    ),
    Phase.PLAN: (
        "Doelen samen verwoorden",
        "Plan nalezen met {name}",
        "Eerste stap kiezen: werk of wonen",
        "Navragen wie de huisarts belt",
        "Plan op papier bezorgen",
        "Afspraken met de mama overlopen",
    ),
    Phase.FOLLOWUP: (
        "Mee naar de huisarts",
        "Actie jongerenwerking nabellen",
        "Stageplek bezoeken",
        "Samen naar het OCMW",
        "Attest sportclub bezorgen",
        "Bellen na de eerste werkdag",
        "Meegaan naar de inschrijving",
        "Papieren voor de huur nakijken",
        "Koffie in het park, woensdag na school",
        "Langs bij de voetbaltraining",
        "Schuldbemiddeling: bundel klaarmaken",
        "Samen bellen met de CLB-medewerker",
        "Horen hoe het bij de tante loopt",
        "Nieuwe afspraak wijkgezondheidscentrum",
    ),
    Phase.CLOSING: (
        "Warme overdracht",
        "Laatste gesprek en terugblik",
        "Afspreken wie er blijft bellen",
        "Nazorg over drie maanden noteren",
    ),
}
BY_PROGRAMME: dict[str, tuple[str, ...]] = {
    "identity_coaching": (
        "Gesprek over wat telt voor {name}",
        "Met vader en coach van de boksclub",
        "Tekst voor het buurtproject nalezen",
        "Bezoek aan de moskee en het jeugdhuis",
        "Wandeling, thema: thuis en school",
    ),
    "street_therapy": (
        "Gesprek op de bank aan de Dijle",
        "Mee naar de intake dagcentrum",
        "Navragen of de medicatie lukt",
        "Contact met het mobiele team",
        "Wachtlijst afkick opvolgen",
    ),
    "street_work": (
        "Ronde langs het station, uitkijken naar {name}",
        "Slaapplek voor volgende week navragen",
        "Referentieadres aanvragen",
        "Mee naar de dienst burgerzaken",
        "Bij de apotheek langs",
    ),
    "early_intervention": (
        "Vierde gesprek: gamen en slapen",
        "Gesprek met de ouders",
        "Weekplan overlopen met {name}",
        "Zesde gesprek: terugblik en afspraken",
        "School laten weten dat we gestart zijn",
    ),
}
CONTACTS = (
    "via zijn zus, op woensdag",
    "via haar tante in de Kerkhofstraat",
    "sms, belt liever niet",
    "aan de skatebowl, na vier uur",
    "via de jongerenwerking",
    "bij de kapper op de hoek",
    "vraag in het buurthuis naar Rita",
    "op de bank aan de kade",
    "via de leerlingbegeleider",
    "belt zelf, met het toestel van een vriend",
)
"""How to reach somebody; no numbers that could be somebody's."""


def next_step(random: Random, phase: Phase, programme: str, first_name: str) -> str:
    """A step that fits the phase, or now and then the programme."""
    pool = BY_PROGRAMME[programme] if phase is Phase.FOLLOWUP and random.random() < 0.4 else BY_PHASE[phase]
    return random.choice(pool).format(name=first_name)
