"""What a schedule does every minute: a list of functions that need no key, each telling how many things it did.

One that fails is named in the log and does not stop the others. Mail itself goes out by `send_outbox`.
"""

import logging

from django.apps import apps
from django.utils.module_loading import import_string

DUE = {
    "not back": "kring.support.followup.back.actions.call_due",
    "works along no more": "kring.support.followup.direction.along.end_due",
    "batches of the year": "kring.privacy.retention.batches.propose_of_the_year",
    "retention": "kring.privacy.retention.destroying.go_on",
    "left in letterboxes": "kring.privacy.retention.untouched.end_untouched",
    "recovery of before": "kring.team.recovering.anew.clear_some",
    "a drill is due": "kring.team.recovering.due.remind",
    "checkpoint to the privacy officer": "kring.privacy.desk.checkpoint_mail.post_tonight",
    "keys after a closing": "kring.support.closing.keys.end_due",
    "origins of lesson cards": "kring.exchange.lessons.origin.forget_due",
    "meetings that are over": "kring.exchange.meetings.ending.end_due",
    "sanctions whose term is over": "kring.sanctions.expiry.destroying.expire_due",
    "concerns of before": "kring.concerns.own.ending.end_due",
    "help of volunteers": "kring.mediation.files.volunteers.end_due",
}
log = logging.getLogger("kring.tick")


def tick() -> dict[str, int]:
    """Do what is due; how many of each, -1 for one that failed."""
    return {name: _done(path) for name, path in DUE.items() if apps.is_installed(".".join(path.split(".")[:2]))}


def _done(path: str) -> int:
    try:
        count: int = import_string(path)()
    except Exception as error:  # noqa: BLE001  the others go on; a class name holds no content
        log.warning("tick: %s: %s", path, type(error).__name__)
        return -1
    return count
