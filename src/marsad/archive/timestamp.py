"""Stamps of a time authority (RFC 3161): proof that the log's head existed at a time, by somebody else's clock.

What is stamped is the line of head.json, kept as `timestamps/NUMBER.head`; the answer lies beside it as `.tsr`, as
`openssl ts -verify -data NUMBER.head -in NUMBER.tsr -CAfile CERTIFICATE` takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.archive.entry import Entry
from marsad.archive.layout import read_canonical
from marsad.archive.writer import Writer
from marsad.errors import ArchiveError, MissingPackageError, SettingsError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from marsad.archive.verdict import Verdict
    from marsad.fetch.address import Private

__all__ = ["Stamp", "check_stamps", "read_certificates", "stamp_head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A stamp that holds: up to which act the log existed, and when at the latest."""

    seq: int
    at: datetime


def stamp_head(writer: Writer, authority: str, *, allow_private: Private = False) -> Entry:
    """Have the head of an archive's log stamped by the authority at a URL, and keep its answer.

    Raises ArchiveError when it does not stamp, FetchError when it cannot be reached, SettingsError without
    rfc3161-client.
    """
    client = _client()

    def ask(statement: bytes) -> bytes:
        from marsad.fetch import post

        builder = client.TimestampRequestBuilder().data(statement).hash_algorithm(client.HashAlgorithm.SHA256)
        request = builder.build()
        content_type = "application/timestamp-query"
        answer = post(authority, request.as_bytes(), content_type=content_type, allow_private=allow_private)
        problem = f"It answered with status {answer.status}."
        if answer.status == 200:
            try:
                token = client.decode_timestamp_response(answer.body)
                same = token.tst_info.message_imprint.message == request.message_imprint.message
                if same and token.tst_info.nonce == request.nonce:
                    return answer.body
                problem = "Its stamp is for something else."
            except ValueError as error:
                problem = f"Its answer is no stamp ({error})."
        raise ArchiveError(problem, archive=authority, remedy="Try again, or choose another time authority.")

    return writer.stamp(authority, ask)


def check_stamps(folder: Path, entries: Sequence[Entry], roots: Sequence[Certificate], verdict: Verdict) -> list[Stamp]:
    """Return the stamps that hold against trusted certificates; those that do not are faults. Needs no network."""
    client = _client()
    stamps: list[Stamp] = []
    by_seq = {entry.seq: entry for entry in entries}
    for entry in entries:
        if entry.act != "timestamp":
            continue
        seq = int(entry.details["stamped_seq"])
        name = f"timestamps/{seq:06d}"
        try:
            statement, token = ((folder / f"{name}.{ending}").read_bytes() for ending in ("head", "tsr"))
            response = client.decode_timestamp_response(token)
            _verify(client, response, statement, roots)
            _same_head(statement, by_seq.get(seq))
        except (OSError, ValueError, client.VerificationError) as error:
            verdict.fault(f"{name}.tsr", None, f"stamp of act {entry.seq}", f"It does not hold: {error}.")
        else:
            stamps.append(Stamp(seq=seq, at=response.tst_info.gen_time))
    return stamps


def _same_head(statement: bytes, entry: Entry | None) -> None:
    said = read_canonical(statement.removesuffix(b"\n"))
    if entry is None or said is None or said.get("hash") != entry.hash:
        raise ValueError("it stamps a head that is not in the log")


def _verify(client: Any, response: Any, statement: bytes, roots: Sequence[Certificate]) -> None:
    builder = client.VerifierBuilder()
    for root in roots:
        builder = builder.add_root_certificate(root)
    builder.build().verify_message(response, statement)


def read_certificates(path: Path) -> list[Certificate]:
    """Return the certificates in a PEM file; raise SettingsError when there is none."""
    _client()
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{path} holds no certificate in PEM form ({error}). Ask the time authority for it."
        ) from None


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError:
        raise MissingPackageError("A time stamp", package="rfc3161-client", extra="timestamp") from None
    return rfc3161_client
