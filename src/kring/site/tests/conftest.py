"""The browser of these tests: Dutch, on the sample routes, never raising what the server would answer."""

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.fixture
def visitor(settings: Settings) -> Client:
    settings.ROOT_URLCONF = "kring.site.tests.sample_site"
    return Client(raise_request_exception=False, headers={"host": "localhost", "accept-language": "nl"})
