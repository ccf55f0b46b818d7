"""`demo_mediation`: the register of mediation with invented people in this data folder, and as whom to look."""

from kring.site.town.register_demo import RegisterDemo


class Command(RegisterDemo):
    help = "Found the demo of mediation between neighbours (invented people); a second time it adds nothing."
    register, port = "mediation", 8001
    house, fill = "kring.site.town.neighbours.HOUSE", "kring.site.town.neighbours.mediate"
    look = (
        ("wout.hermans", "mediator", "four files: a call, an intake, a follow-up, one that did not start"),
        ("dries.aerts", "volunteer", "one file, for a time"),
        ("greet.aerts", "head of service", "that there is nothing to open"),
    )
