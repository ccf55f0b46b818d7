"""Where a request came from, for counting tries alone; it is never stored or logged as it is."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

NETWORK = 64
"""Bits of an IPv6 address that name a household or a building; the rest changes at will."""


def address_of(request: HttpRequest) -> str:
    """The caller's address, an IPv6 one as its network.

    Over https this product stands behind the city's own proxy (see KRING_ORIGIN), which appends whom it saw to
    `X-Forwarded-For`: the last entry is true, the ones before it are the caller's own words.
    """
    seen = str(request.META.get("REMOTE_ADDR", ""))
    if settings.HTTPS:
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or seen
    try:
        address = ip_address(seen.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        plain = address.ipv4_mapped
        return str(plain) if plain else str(ip_network((address, NETWORK), strict=False))
    return str(address)
