"""`demo_sanctions`: sanction mediation with invented people in this data folder, and whom to look as."""

from kring.site.town.register_demo import RegisterDemo


class Command(RegisterDemo):
    help = "Found the demo of sanction mediation (invented people); a second time it adds nothing."
    register, port = "sanctions", 8002
    house, fill = "kring.site.town.bench.HOUSE", "kring.site.town.bench.sit"
    look = (
        ("bea.smets", "sanctioning officer", "five files: opened, asked, a result, service, decided"),
        ("ines.goossens", "mediator", "one file, until the report"),
        ("greet.aerts", "head of service", "that there is nothing to open"),
    )
