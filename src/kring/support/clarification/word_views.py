"""One tap on the page of a dossier: a word back to the referrer."""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kring.support.clarification.word_back import tell_referrer
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict


@door("clarification.word")
@require_POST
def word(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Tell it, and back to the dossier, where it stands with the referral."""
    given = request.POST
    with suppress(Conflict):  # a colleague told one in the same moment: it stands on the page
        tell_referrer(request.signed_in, dossier, word=given.get("word", ""), once=given.get("once", ""))
    return HttpResponseRedirect(reverse("desk:dossier", args=[dossier]))
