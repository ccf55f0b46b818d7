"""The form token, checked by Django, with one thing a browser does under our own referrer policy taken into account."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware


class FormToken(CsrfViewMiddleware):
    """Django's check of the form token, for pages that send `Referrer-Policy: no-referrer`.

    Under that policy a browser posts our own forms with `Origin: null`, which Django takes for a foreign page. What
    tells the two apart is `Sec-Fetch-Site`, which no page can forge. Browsers leave it out over plain http and old
    ones always; there the token must match a cookie that is never sent from another site.
    """

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.headers.get("Origin") == "null":
            return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        return bool(super()._origin_verified(request))  # type: ignore[misc]  # Django's own seam, not in its stubs

    def process_view(
        self, request: HttpRequest, callback: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseForbidden | None:
        """A view that reads its form itself (a large file, after its door opened) gets the check handed along."""
        checked = super().process_view
        if request.method == "POST" and getattr(callback, "reads_form_itself", False):
            request.check_form_token = lambda: checked(request, callback, args, kwargs)  # type: ignore[attr-defined]
            return None
        return checked(request, callback, args, kwargs)
