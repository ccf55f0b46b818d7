"""The registry key of a circle, which its blind tokens are made with: the part `registry` of the circle's own."""

from kring.support.access import REGISTRY
from kring.support.dossier import circle_part
from kring.vault.gate import Keys, Session


def entered(session: Session, circle: str, *, act: str) -> Keys:
    """The open registry key of a circle, made now when the circle had none; to who is no member it stays shut."""
    return circle_part.entered(session, circle, REGISTRY, act=act)
