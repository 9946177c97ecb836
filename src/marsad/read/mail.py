"""Letters: one in an .eml file, many in an mbox."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from typing import IO, Any

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.dateline import read_day
from marsad.read.html import markup_of, parse, read_html
from marsad.read.moment import read_moment
from marsad.read.page_text import all_lines
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import LIMIT, Line, lines

__all__ = ["is_letter", "is_mbox", "read_letter", "read_mbox"]

LETTER_LIMIT = 4 * LIMIT
"""Bytes of the longest letter read, attachments included."""

_HEADERS = {
    "from", "to", "cc", "subject", "date", "message-id", "mime-version", "received", "return-path", "delivered-to",
    "reply-to", "dkim-signature", "content-type", "content-transfer-encoding", "list-id", "list-unsubscribe",
}  # fmt: skip
_SENT = {"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature"}
_FROM = re.compile(rb"From \S+.*\d{4}\s*$")


def is_mbox(head: bytes) -> bool:
    """Tell an mbox by its first line: "From", a sender, a date."""
    return _FROM.match(head.split(b"\n", 1)[0]) is not None


def is_letter(head: bytes) -> bool:
    """Tell a letter by its headers: at least two, one of them such as only sent mail has."""
    names: set[str] = set()
    for line in head.split(b"\n")[:60]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        name, colon, _ = line.partition(b":")
        if not colon or not re.fullmatch(rb"[\x21-\x39\x3b-\x7e]+", name):
            return False
        names.add(name.decode("ascii").lower())
    return len(names & _HEADERS) >= 2 and bool(names & _SENT)


def read_mbox(stream: IO[bytes], file: str) -> Iterator[Found]:
    """Yield what the letters of an mbox hold; one letter is held at a time."""
    number, first, collected, size, blank = 0, 1, list[bytes](), 0, True

    def letter() -> Iterator[Found]:
        if number:
            yield from read_letter(b"\n".join(collected), file, f"letter {number}", first)

    for line in lines(stream, file):
        if line.error is not None:
            yield ReadProblem(line.error)
            continue
        if blank and _FROM.match(line.content):
            yield from letter()
            number, first, size = number + 1, line.number, 0
            collected.clear()
        else:
            size += len(line.content) + 1
            if size <= LETTER_LIMIT + 2 * LIMIT:  # what is over the limit is not kept, and told below
                collected.append(_unquoted(line))
        blank = not line.content.strip()
    yield from letter()


def _unquoted(line: Line) -> bytes:
    return line.content[1:] if re.match(rb">+From ", line.content) else line.content


def read_letter(content: bytes, file: str, part: str | None = None, line: int | None = None) -> Iterator[Found]:
    """Yield the report that a letter is, and a problem that costs nothing for each of its attachments.

    The headline is the subject, the outlet the sender's name, the id the Message-ID; quoted-printable, base64
    and Arabic charsets are read. Plain text is preferred; a letter in HTML only goes the way of a page.
    """
    from email import message_from_bytes, policy

    def refuse(problem: str, remedy: str, *, lost: bool = True) -> ReadProblem:
        return ReadProblem(ReadError(problem, file=file, line=line, part=part, remedy=remedy), lost=lost)

    if len(content) > LETTER_LIMIT:
        yield refuse(f"The letter is over {LETTER_LIMIT // 2**20} MB.", "Save it without its attachments.")
        return
    digest = hashlib.sha256(content).hexdigest()
    message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    try:
        body, text, page_url = _body(message, file)
    except ReadError as error:
        yield refuse(error.problem, error.remedy)
        return
    sender = _header(message, "from")
    message_id = _header(message, "message-id").strip("<> ")
    told = _header(message, "date")
    moment = read_moment(told)
    if text:
        yield (
            Report(
                report_id=message_id or f"mail:{digest[:16]}",
                headline=_header(message, "subject"),
                text=text,
                published_on=moment.date() if moment else read_day(told),
                outlet=_sender(message) or sender or None,
                url=page_url,
                sha256=digest,
                published_at=moment,
            ),
            line,
        )
    else:
        yield refuse("The letter has no text.", "Save what it shows as a text file.")
    for other in message.walk():
        if other is body or other.is_multipart():
            continue
        name = other.get_filename()
        if name or not other.get_content_type().startswith("text/"):
            size = len(_bytes(other)) / 1000
            what = f"{name or 'unnamed'}, {other.get_content_type()}, {size:,.0f} kB"
            yield refuse(f"An attachment is not read ({what}).", "Save it as a file to have it read.", lost=False)


def _body(message: EmailMessage, file: str) -> tuple[Any, str, str | None]:
    """Return the part that holds the text, the text, and the address that it says to be from; plain before HTML."""
    plain = message.get_body(("plain",))
    text = _text(plain, file) if plain is not None else ""
    if text:
        return plain, text, None
    page = message.get_body(("html",))
    return (plain, "", None) if page is None else (page, *_html(page, file))


def _header(message: EmailMessage, name: str) -> str:
    """Return a header without its folds; one that breaks the rules of mail is read as it stands."""
    try:
        value = message[name]
    except Exception:  # noqa: BLE001 - the parser of headers fails in many ways on what people send
        value = next((str(text) for key, text in message.raw_items() if key.lower() == name), "")
    return " ".join(str(value).split()) if value is not None else ""


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses: tuple[Address, ...] = message["from"].addresses
    except Exception:  # noqa: BLE001 - as above
        return None
    return (addresses[0].display_name or addresses[0].addr_spec) if addresses else None


def _bytes(part: Any) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Any, file: str) -> str:
    content = _bytes(part)
    text = markup_of(content, file, part.get_content_charset()).replace("\r\n", "\n").replace("\xa0", " ")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<! ) \n(?!\n|-- )", " ", text)
    return text.strip()


def _html(part: Any, file: str) -> tuple[str, str | None]:
    content, charset = _bytes(part), part.get_content_charset()
    try:
        page = read_html(content, file, "letter", charset)
    except ReadError:  # too short for an article: every line of it, then
        tree = parse(markup_of(content, file, charset))
        return ("" if tree is None else "\n".join(all_lines(tree))), None
    return page.text, page.url
