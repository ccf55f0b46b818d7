"""Forms that are sent once, and those that write on top of what stood beside them."""

from typing import Any

from django import forms

from kring.vault.primitives import new_id


class OnceForm(forms.Form):
    """A form that is sent once, however often it arrives."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, given: Any = None, *, auto_id: str = "", **initial: Any) -> None:
        name = auto_id or f"{type(self).__name__.lower()}-%s"
        super().__init__(given, initial={"once": new_id(), **initial}, auto_id=name)


class SeenForm(OnceForm):
    """It writes on top of what stood beside it: `seen` is the revision of that."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def on_top_of(self, revision: int) -> None:
        """What a colleague wrote stands beside it now; sent again it is written on top of that."""
        sent: Any = self.data
        again = sent.copy()
        again["seen"], again["once"] = str(revision), new_id()
        self.data = again
