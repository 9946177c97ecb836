import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.fetch.address import is_public


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_public_addresses(address):
    """Addresses of the public network, also through a translator."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1", "192.0.0.1", "192.0.2.1",
        "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "fc00::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_closed_addresses(address):
    """Private, loopback, link-local, carrier-grade NAT, multicast, reserved, and any of them inside IPv6."""
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_mapped_addresses_are_judged_as_what_they_hold(address):
    """::ffff:a.b.c.d is public just when a.b.c.d is."""
    mapped = ipaddress.IPv6Address(b"\0" * 10 + b"\xff\xff" + address.packed)
    assert is_public(str(mapped)) == is_public(str(address))
