"""The second factor: codes of six digits that a telephone shows, new every half minute (TOTP, RFC 6238)."""

from __future__ import annotations

import hmac
import time

from markupsafe import Markup

__all__ = ["new_secret", "picture", "step_of"]

_SECONDS = 30


def new_secret() -> str:
    """Return a secret to share with a telephone."""
    from pyotp import random_base32

    return random_base32()


def step_of(secret: str, code: str) -> int | None:
    """Return which half minute a code belongs to, None when it is not one of about now."""
    from pyotp import TOTP

    given, now = "".join(code.split()), int(time.time()) // _SECONDS
    factor = TOTP(secret)
    for step in (now - 1, now, now + 1):
        if hmac.compare_digest(factor.at(step * _SECONDS).encode(), given.encode()):
            return step
    return None


def picture(secret: str, name: str) -> Markup:
    """Return the secret as a picture that telephones read (an SVG element)."""
    import segno
    from pyotp import TOTP

    address = TOTP(secret).provisioning_uri(name=name, issuer_name="marsad")
    drawn = segno.make(address, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704 - made by segno out of black squares
