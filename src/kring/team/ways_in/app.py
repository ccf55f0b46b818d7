"""Beginning with codes of an app: its secret as a picture and in letters, and the first code that shows it is there."""

from base64 import b32decode, b32encode
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from django.utils.safestring import SafeString, mark_safe

from kring.team import doorkeeper
from kring.team.ways_in import actions
from kring.vault import code_app
from kring.vault.slots import Opened


def begin(opened: Opened, form: Mapping[str, str], secret: bytes, address: str) -> Opened:
    """Ask codes from now on, after the password and a first code held. Raises `Refused`, `Busy`."""
    password = form.get("password", "")
    doorkeeper.check_password_again(opened.person, password, address)
    app = actions.App(secret, code_app.step_of(secret, form.get("code", "")))
    return actions.set_password(opened, password, once=form.get("once", ""), app=app, codes=True)


def stop(opened: Opened, form: Mapping[str, str], address: str) -> Opened:
    """Ask no more codes; the password alone opens again. Raises `Refused`, `Busy`."""
    password = form.get("password", "")
    doorkeeper.check_password_again(opened.person, password, address)
    return actions.set_password(opened, password, once=form.get("once", ""), codes=False)


def secret_of(typed: str) -> bytes | None:
    """The secret a page carried along, or None when it is not one of ours in form."""
    try:
        secret = b32decode("".join(typed.split()))
    except ValueError:
        return None
    return secret if len(secret) == code_app.SECRET_BYTES else None


def written(secret: bytes) -> str:
    """For who types it over, in groups of four."""
    letters = b32encode(secret).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def picture(secret: bytes, sign_in: str) -> SafeString:
    """What an app reads with the camera, as a drawing within the page."""
    import segno

    address = (
        f"otpauth://totp/Kring:{quote(sign_in)}?{urlencode({'secret': b32encode(secret).decode(), 'issuer': 'Kring'})}"
    )
    drawn = segno.make(address, error="m", micro=False)
    return mark_safe(drawn.svg_inline(scale=5, border=4, dark="#15231d", light="#ffffff", omitsize=True))  # noqa: S308  ours
