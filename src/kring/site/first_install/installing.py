"""Installing: refuse over what is there, found everything in one act, and leave the codes on paper.

Done a second time it refuses and changes nothing. Broken off before the end it founded nothing and can begin again.
"""

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kring.site.first_install.kit import Sheet, kit_file, write_kit
from kring.site.first_install.plan import Answers, founding
from kring.site.founding import House, found_house
from kring.team.clock import today
from kring.team.enrolment.words import words_of
from kring.team.models import Colleague, Demo, Function, Installation
from kring.vault.acts import Act
from kring.vault.checkpoints import note_key
from kring.vault.models import Principal


class AlreadyThere(Exception):
    """Kring is installed here, or a demo stands here; the sentence may be shown."""


def check_empty() -> None:
    """Raise `AlreadyThere` unless this is an empty Kring; its tables are made when they are not there."""
    if Colleague._meta.db_table not in connection.introspection.table_names():
        call_command("migrate", verbosity=0)
    row: Installation | None = Installation.objects.first()
    if row is not None:
        since = timezone.localtime(row.verified().installed_at)
        raise AlreadyThere(f"Kring for {row.town} is installed here since {since:%Y-%m-%d}; nothing was changed.")
    if Demo.objects.exists():
        raise AlreadyThere("A demo stands here: install in another folder (KRING_DATA). Nothing was changed.")
    if Colleague.objects.exists():
        raise AlreadyThere("People work in this Kring already; nothing was changed.")


def install(answers: Answers) -> Path:
    """Found the house; where the recovery kit lies. Raises `AlreadyThere`, `NotComplete`."""
    check_empty()
    plan = founding(answers)

    def written_down(act: Act, house: House) -> None:
        act.add(Installation(town=answers.town.strip(), installed_at=timezone.now()))
        write_kit(answers.town.strip(), _sheets(house), signer=str(note_key()), day=today())

    try:
        found_house(plan, {}, on_paper=True, before_the_end=written_down)
    except BaseException:
        kit_file().unlink(missing_ok=True)
        raise
    return kit_file()


def _sheets(house: House) -> list[Sheet]:
    sheets = []
    rows = {row.id: row for row in Principal.objects.filter(id__in=[house.principal(key) for key in house.people])}
    for key, one in house.people.items():
        appointment = one.colleague.appointments.get()
        sheets.append(
            Sheet(
                name=one.colleague.name,
                role=appointment.get_function_display(),
                sign_in=one.colleague.sign_in,
                code=house.papers[key],
                words=words_of(rows[one.opened.person]),
                trustee=appointment.function == Function.TRUSTEE,
            )
        )
    return sheets
