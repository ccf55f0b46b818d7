"""Where a request came from: the proxy's word over https, the socket's otherwise, a network for IPv6."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from kring.team.address import address_of


@pytest.mark.parametrize(
    ("https", "socket", "forwarded", "address"),
    [
        (False, "192.0.2.1", None, "192.0.2.1"),
        (False, "192.0.2.1", "198.51.100.9", "192.0.2.1"),  # without a proxy anybody writes this header
        (True, "127.0.0.1", "198.51.100.9", "198.51.100.9"),
        (True, "127.0.0.1", "10.6.6.6, 198.51.100.9", "198.51.100.9"),  # the caller's own words come first
        (True, "192.0.2.1", None, "192.0.2.1"),
        (False, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
        (False, "::ffff:192.0.2.1", None, "192.0.2.1"),
        (False, "fe80::1%eth0", None, "fe80::/64"),
        (False, "", None, "unknown"),
        (True, "192.0.2.1", "a b", "unknown"),
    ],
)
def test_the_address(settings: Settings, https: bool, socket: str, forwarded: str | None, address: str) -> None:
    settings.HTTPS = https
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=socket, headers=headers)) == address
