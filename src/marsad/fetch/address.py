"""Which addresses of the network may be connected to."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Collection

from marsad.errors import FetchError

__all__ = ["Private", "is_public", "may_be_private", "resolve"]

Private = bool | Collection[str]
"""Whether private addresses are allowed: everywhere, nowhere, or for some hosts ("intranet", "localhost:8080")."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.88.99.0/24",  # relays of 6to4
        "::/96",  # IPv4 as IPv6, by the oldest rule
        "64:ff9b:1::/48",  # translation inside a network
        "2001::/23",  # protocols of the IETF, Teredo among them
        "5f00::/16",  # segment routing
        "fec0::/10",  # site-local
    )
)


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public network.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64) counts as itself: "::ffff:127.0.0.1" is loopback.
    """
    ip: _Address = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.scope_id is not None:
            return False
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    if any(ip in network for network in _CLOSED if network.version == ip.version):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def may_be_private(host: str, port: int, allowed: Private) -> bool:
    """Say whether the setting lets this host be a private one."""
    if isinstance(allowed, bool):
        return allowed
    return host in allowed or f"{host}:{port}" in allowed


def resolve(host: str, port: int, *, url: str, timeout: float, private: bool) -> tuple[str, ...]:
    """Return the addresses of a host, in the order to try them.

    Raises FetchError when there is none, or when any of them is not public and `private` is not set: a name that
    points into a private network is refused whole.
    """
    found = _look_up(host, port, url, timeout)
    closed = [] if private else [address for address in found if not is_public(address)]
    if closed:
        raise FetchError(
            f"The host is at {closed[0]}, which is no address of the public network.",
            url=url,
            reason="address",
            remedy=f"If the host is yours, allow it: marsad watch --allow-private {host}.",
        )
    return found


def _look_up(host: str, port: int, url: str, timeout: float) -> tuple[str, ...]:
    answers: list[tuple[str, ...]] = []
    problems: list[str] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            problems.append(getattr(error, "strerror", None) or str(error))
        else:
            answers.append(tuple(dict.fromkeys(str(info[4][0]) for info in infos)))

    # The system's resolver has no time limit of its own, so it is left behind when it takes too long.
    asking = threading.Thread(target=ask, name="marsad-resolve", daemon=True)
    asking.start()
    asking.join(timeout)
    if answers and answers[0]:
        return answers[0]
    problem = problems[0] if problems else f"no answer in {timeout:.0f} s"
    raise FetchError(
        f"The name {host} has no address ({problem}).",
        url=url,
        reason="dns",
        remedy="Check the spelling and the connection.",
    )
