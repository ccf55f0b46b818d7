"""The WSGI entry starts the sealer with the first request, not when it is imported."""

import pytest

from kring.site import wsgi
from kring.vault import sealer


def test_the_first_request_starts_the_sealer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sealer._running == {}, "importing starts nothing"
    started: list[bool] = []
    monkeypatch.setattr(sealer, "ensure_running", lambda: started.append(True))
    monkeypatch.setattr(wsgi, "_pages", lambda environ, start_response: [b"page"])
    assert wsgi.application({}, lambda *given: lambda sent: None) == [b"page"]
    assert started == [True]
