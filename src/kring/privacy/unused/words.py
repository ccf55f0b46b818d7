"""What Today says of a round of counting."""

from django.utils.translation import gettext


def asked(_number: int) -> str:
    """The one line of a letter that asks to count."""
    return gettext("Which fields do we use? Count and hand in")
