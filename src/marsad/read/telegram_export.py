"""The JSON that Telegram Desktop exports: one channel, or a whole account with its channels."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import PurePath
from typing import IO, Any

from marsad.errors import ReadError
from marsad.frozen import dataclass
from marsad.model.report import Report
from marsad.read.json_stream import JsonStream, Value
from marsad.read.problem import Found, Lacking, ReadProblem

__all__ = ["is_telegram_export", "read_telegram_export"]

_CHATS = re.compile(
    rb'"type"\s*:\s*"(?:(?:public|private)_(?:channel|supergroup|group)|personal_chat|bot_chat|saved_messages)"'
)
_ACCOUNT = re.compile(rb'^\s*\{\s*(?:"about"|"personal_information"|"chats")\s*:')
_HEADER = ("name", "type", "id", "username")
_PERSONAL = {"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes"}


def is_telegram_export(head: bytes) -> bool:
    """Tell an export from other JSON by its first bytes: a chat with its type and messages, or an account."""
    if re.match(rb"\s*\{", head) is None:
        return False
    chat = _CHATS.search(head) and b'"messages"' in head
    return bool(chat) or bool(_ACCOUNT.match(head) and (b'"list"' in head or b'"profile_pictures"' in head))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chat:
    """What an export says of a channel. `address` begins the address of each post."""

    name: str | None
    address: str
    is_public: bool

    @classmethod
    def of(cls, header: dict[str, Any], stem: str) -> _Chat:
        name, number, user = header.get("name"), header.get("id"), header.get("username")
        if isinstance(user, str) and user:
            address = f"t.me/{user}"
        else:  # the export keeps no user name; such an address opens in Telegram for those who know the channel
            address = f"t.me/c/{number}" if isinstance(number, int) else stem
        return cls(
            name=name if isinstance(name, str) and name else None,
            address=address,
            is_public=str(header.get("type", "")).startswith("public_") and address != stem,
        )


def read_telegram_export(stream: IO[bytes], file: str) -> Iterator[Found | Lacking]:
    """Yield a report for each post with words; a post is kept whole, however many bulletins it holds.

    Posts have no headline. The outlet is the channel's name; the day is that of the machine which exported, as
    the export writes it. Service messages and posts without words come as problems that cost nothing. Of an
    account, channels and groups are read, talks between people are not. What the export of a single channel lacks
    between its first and its last post was taken down; an account's may hold one's own posts alone, as a group's may.
    """
    json = JsonStream(stream, file)
    try:
        yield from _chat_or_account(json, file, alone=True)
    except ReadError as error:
        yield ReadProblem(error)


def _chat_or_account(json: JsonStream, file: str, *, alone: bool) -> Iterator[Found | Lacking]:
    header: dict[str, Any] = {}
    for key in json.members():
        if key == "messages" and json.look() == "[":
            if "type" in header:
                yield from _messages(json, header, file, alone=alone)
                continue
            json.skip()
            problem = "The messages stand before the type of the chat, which may be a talk between people."
            remedy = "Export the channel again; a program that sorts the keys of JSON changes their order."
            yield ReadProblem(ReadError(problem, file=file, remedy=remedy))
        elif key in ("chats", "left_chats") and json.look() == "{":
            for inner in json.members():
                if inner == "list" and json.look() == "[":
                    for _ in json.each():
                        yield from _chat_or_account(json, file, alone=False)
                else:
                    json.skip()
        elif key in _HEADER:
            header[key] = json.value().value
        else:
            json.skip()


def _messages(json: JsonStream, header: dict[str, Any], file: str, *, alone: bool) -> Iterator[Found | Lacking]:
    if header.get("type") in _PERSONAL:
        count = 0
        for _ in json.each():
            json.value()
            count += 1
        problem = f"A talk between people is not read ({count} messages)."
        yield ReadProblem(ReadError(problem, file=file, remedy="Export the channel alone."), lost=False)
        return
    chat = _Chat.of(header, PurePath(file).name.split(".")[0])
    numbers = _Numbers()
    for _ in json.each():
        message = json.value()
        numbers.met(message.value)
        try:
            yield _report(message, chat, file)
        except ReadError as error:
            yield ReadProblem(error)
    if alone and numbers.gaps and str(header.get("type", "")).endswith("_channel"):
        yield Lacking(chat.address, tuple(numbers.gaps))


class _Numbers:
    """What is missing in the row of posts as it is met; of a row that is in no order nothing is said."""

    def __init__(self) -> None:
        self.gaps: list[tuple[int, int]] = []
        self._last: int | None = None
        self._in_order = True

    def met(self, message: object) -> None:
        number = message.get("id") if isinstance(message, dict) else None
        self._in_order = self._in_order and isinstance(number, int) and (self._last is None or number > self._last)
        if not self._in_order or not isinstance(number, int):
            self.gaps.clear()
            return
        if self._last is not None and number > self._last + 1:
            self.gaps.append((self._last + 1, number - 1))
        self._last = number


def _report(message: Value, chat: _Chat, file: str) -> Found:
    fields = message.value

    def refuse(problem: str, remedy: str) -> ReadError:
        part = f"message {fields['id']}" if isinstance(fields, dict) and "id" in fields else None
        return ReadError(problem, file=file, line=message.line, part=part, remedy=remedy)

    if not isinstance(fields, dict) or not isinstance(fields.get("id"), int):
        raise refuse("The message has no number.", "Export the channel again.")
    if fields.get("type") != "message":
        action = fields.get("action") or fields.get("type")
        return ReadProblem(refuse(f"A service message is no report ({action}).", "Nothing is lost."), lost=False)
    text = _words(fields.get("text"))
    if text == "":
        text = _words(fields.get("text_entities"))
    if text is None:
        raise refuse("The text of the message is no text.", "Export the channel again.")
    if not text.strip():
        problem = f"A post without words is no report ({_content(fields)})."
        return ReadProblem(refuse(problem, "Nothing is lost."), lost=False)
    published_at = _moment(fields, "date")
    if published_at is None:
        raise refuse("The message has no date.", "Export the channel again.")
    edited_at = _moment(fields, "edited")
    reply = fields.get("reply_to_message_id")
    post = f"{chat.address}/{fields['id']}"
    return Report(
        report_id=post,
        text=text,
        published_on=published_at.date(),
        outlet=chat.name,
        url=f"https://{post}" if chat.is_public else None,
        sha256=hashlib.sha256(message.text.encode("utf-8", "surrogatepass")).hexdigest(),
        published_at=published_at,
        edited=edited_at.isoformat() if edited_at else None,
        forwarded_from=_forwarded_from(fields),
        reply_to=f"{chat.address}/{reply}" if isinstance(reply, int) and "reply_to_peer_id" not in fields else None,
    ), message.line


def _words(text: object) -> str | None:
    """Return the words of a text: a string, or a list of strings and of parts set apart (bold, links, hashtags)."""
    if text is None or isinstance(text, str):
        return text or ""
    if not isinstance(text, list):
        return None
    parts = [part.get("text") if isinstance(part, dict) else part for part in text]
    words = [part for part in parts if isinstance(part, str)]
    return "".join(words) if len(words) == len(parts) else None


def _content(fields: dict[str, Any]) -> str:
    for name in ("media_type", "photo", "poll", "location_information", "contact_information", "file"):
        if fields.get(name):
            return str(fields[name]).replace("_", " ") if name == "media_type" else name.partition("_")[0]
    return "empty"


def _moment(fields: dict[str, Any], name: str) -> datetime | None:
    """Return a moment as the export's own clock told it; the seconds beside it give the offset of that clock."""
    value, seconds = fields.get(name), fields.get(f"{name}_unixtime")
    try:
        local = datetime.fromisoformat(value) if isinstance(value, str) else None
        stamp = datetime.fromtimestamp(int(seconds), UTC) if isinstance(seconds, str | int) else None
    except (ValueError, OverflowError, OSError):
        return None
    if local is None or stamp is None or local.tzinfo is not None:
        return local or stamp
    offset = local - stamp.replace(tzinfo=None)
    if abs(offset) > timedelta(hours=15):
        return stamp
    return local.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))


def _forwarded_from(fields: dict[str, Any]) -> str | None:
    """Return whom a post was taken from; the name is null where that account is gone or hides."""
    if "forwarded_from" not in fields:
        return None
    name = fields["forwarded_from"]
    return name if isinstance(name, str) and name else "unknown"
