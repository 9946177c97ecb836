"""Keys as second factor (WebAuthn): what a browser is asked to sign, and whether the answer is good."""

from __future__ import annotations

import json
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from marsad.serve.settings import Settings
from marsad.store.accounts import User
from marsad.store.keys import SecurityKey

__all__ = ["asked_to_make", "asked_to_sign", "made", "possible", "signed"]


def _site(settings: Settings) -> str:
    return urlsplit(settings.url).hostname or ""


def possible(settings: Settings) -> bool:
    """Say whether browsers tie keys to the site: it must have a name, be it localhost, and not be a number."""
    try:
        ip_address(_site(settings))
    except ValueError:
        return True
    return False


def asked_to_make(settings: Settings, user: User, keys: list[SecurityKey]) -> tuple[dict[str, Any], str]:
    """Return what the browser is asked when a person adds a key, and the challenge in it."""
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    options = generate_registration_options(
        rp_id=_site(settings),
        rp_name="marsad",
        user_id=str(user.key).encode(),
        user_name=user.name,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.key_id)) for key in keys],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED,
            user_verification=UserVerificationRequirement.DISCOURAGED,
        ),
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def made(settings: Settings, answer: str, challenge: str) -> tuple[str, bytes, int] | None:
    """Return id, public half and count of the key that a browser made, None when the answer is not good."""
    from webauthn import verify_registration_response
    from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        found = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_site(settings),
            expected_origin=settings.url.rstrip("/"),
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    return bytes_to_base64url(found.credential_id), found.credential_public_key, found.sign_count


def asked_to_sign(settings: Settings, keys: list[SecurityKey]) -> tuple[dict[str, Any], str]:
    """Return what the browser is asked when a person signs in with one of his keys, and the challenge in it."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=_site(settings),
        allow_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.key_id)) for key in keys],
        user_verification=UserVerificationRequirement.DISCOURAGED,
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def signed(settings: Settings, answer: str, challenge: str, keys: list[SecurityKey]) -> tuple[SecurityKey, int] | None:
    """Return the key that signed a challenge, and how often it says it was used; None when the answer is not good."""
    from webauthn import verify_authentication_response
    from webauthn.helpers import base64url_to_bytes
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        named = json.loads(answer)["id"]
        key = next(key for key in keys if key.key_id == named)
        found = verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_site(settings),
            expected_origin=settings.url.rstrip("/"),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError, StopIteration):
        return None
    return key, found.new_sign_count
