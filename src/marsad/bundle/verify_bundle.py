"""Verify a case bundle of marsad. Needs Python 3.8 or later and nothing else: no network, no other package.

    python3 verify_bundle.py            the bundle in this script's folder
    python3 verify_bundle.py case.zip   another one, folder or zip

It checks that every file is the one the manifest names, that the acts of the log follow from each other, that the
originals are those that the log tells of, and that every quotation stands in the text at its place. The exit status is
0 when all of that holds, and 1 when anything does not.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import http.client
import io
import json
import re
import sys
import zipfile
import zlib
from email import message_from_bytes, policy
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

MANIFEST, SUMS, HISTORY = "manifest.json", "SHA256SUMS", "history.jsonl"
KEEPING = ("fetch", "import", "recover")
INVISIBLE = re.compile("[\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal letters."""
    return hashlib.sha256(content).hexdigest()


def canonical(value: Any) -> bytes:
    """Return the one way to write a value, by which acts are hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


class Bundle:
    """The files of a bundle, in a folder or in a zip file; nothing is unpacked."""

    def __init__(self, path: Path) -> None:
        self._zip = None if path.is_dir() else zipfile.ZipFile(path)
        self._folder = path

    def names(self) -> list[str]:
        """Return the files, with "/" between folders."""
        if self._zip:
            return sorted(name for name in self._zip.namelist() if not name.endswith("/"))
        return sorted(path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*") if path.is_file())

    def read(self, name: str) -> bytes:
        """Return a file; no bytes when there is none, which fits no hash."""
        try:
            if self._zip:
                return self._zip.read(name)
            return self._folder.joinpath(name).read_bytes()
        except (KeyError, OSError, zipfile.BadZipFile, zlib.error):
            return b""


def check_files(bundle: Bundle, manifest: Any) -> list[str]:
    """Compare every file with the manifest, and the list of sums with both."""
    problems = []
    listed, there = manifest["files"], set(bundle.names())
    for name, facts in sorted(listed.items()):
        content = bundle.read(name)
        if name not in there:
            problems.append(f"{name}: It is missing.")
        elif (len(content), sha256(content)) != (facts["size"], facts["sha256"]):
            problems.append(f"{name}: It is not the file that was bundled.")
    strangers = there - set(listed) - {MANIFEST, SUMS}
    problems += [f"{name}: It is no part of the bundle." for name in sorted(strangers)]
    if bundle.read(SUMS) != sums(manifest, bundle.read(MANIFEST)):
        problems.append(f"{SUMS}: It does not fit {MANIFEST}: one of them was changed.")
    return problems


def sums(manifest: Any, manifest_bytes: bytes) -> bytes:
    """Return the file that `sha256sum -c SHA256SUMS` takes."""
    every = {name: facts["sha256"] for name, facts in manifest["files"].items()}
    every[MANIFEST] = sha256(manifest_bytes)
    return "".join(f"{every[name]}  {name}\n" for name in sorted(every)).encode("utf-8")


def check_chain(bundle: Bundle, manifest: Any) -> tuple[list[str], list[Any]]:
    """Follow the acts from the first to the last; return what is wrong, and the acts that are told in full.

    A line with a digest alone stands for an act that is not part of the case.
    """
    problems, acts = [], []
    chain = manifest["chain"]
    prev, seq = chain["prev"], chain["from"]
    for number, line in enumerate(bundle.read("log.jsonl").splitlines(), 1):
        value = json.loads(line)
        if set(value) == {"seq", "digest"}:
            digest = value["digest"]
        else:
            content = {key: inner for key, inner in value.items() if key not in ("prev", "hash")}
            digest = sha256(canonical(content))
            acts.append(value)
        after = sha256((prev + digest).encode("ascii"))
        wrong = value["seq"] != seq or canonical(value) != line
        wrong = wrong or (value.get("prev", prev), value.get("hash", after)) != (prev, after)
        if wrong:
            problems.append(f"log.jsonl, line {number}: The act does not follow from the one before.")
        prev, seq = after, seq + 1
    if (prev, seq - 1) != (chain["hash"], chain["to"]):
        problems.append("log.jsonl: Its acts do not lead to the hash that the manifest tells.")
    return problems, acts


class _Socket:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def makefile(self, *_: Any) -> io.BytesIO:
        return io.BytesIO(self._content)


def unpack(record: bytes) -> bytes:
    """Return what a WARC record holds: a file as it is, a page without its headers and packing."""
    head, _, rest = gzip.decompress(record).partition(b"\r\n\r\n")
    headers = {}
    for line in head.decode("utf-8").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    block = rest[: int(headers["content-length"])]
    if headers["warc-block-digest"] != "sha256:" + sha256(block):
        raise ValueError("its block does not fit its own digest")
    if headers["warc-type"] == "resource":
        return block
    answer = http.client.HTTPResponse(_Socket(block))  # type: ignore[arg-type]
    answer.begin()
    body = answer.read()
    packing = [name.strip().lower() for name in (answer.getheader("Content-Encoding") or "").split(",")]
    for name in reversed(packing if body else []):
        if name in ("gzip", "x-gzip"):
            body = gzip.decompress(body)
        elif name == "deflate":
            wrapped = len(body) > 1 and body[0] & 15 == 8 and (body[0] * 256 + body[1]) % 31 == 0
            body = zlib.decompress(body, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
    return body


def check_original(bundle: Bundle, facts: Any, acts: list[Any]) -> list[str]:
    """Check an original against its id, its WARC record, and the act of the log that tells of it."""
    problems = []
    original, packed = bundle.read(facts["original"]), bundle.read(facts["record"])
    if sha256(original) != facts["item"]:
        problems.append("The original does not have the hash that is its id.")
    kept = [
        act
        for act in acts
        if act["act"] in KEEPING
        and sha256(packed) in [place.get("sha256") for place in act["details"].get("records", [])]
    ]
    if not kept:
        problems.append("No act of the log tells of its WARC record.")
    elif facts["item"] not in [act["item"] for act in acts]:
        problems.append("No act of the log tells of its original.")
    try:
        if unpack(packed) != original:
            problems.append("The WARC record holds something else than the original.")
    except (ValueError, KeyError, OSError, EOFError, zlib.error, http.client.HTTPException) as error:
        problems.append(f"The WARC record cannot be read ({error}).")
    return problems


def check_report(bundle: Bundle, facts: Any, record: Any) -> list[str]:
    """Check one report: the bytes that were coded, its text, and its quotations."""
    problems = []
    original = bundle.read(facts["original"])
    if facts["range"]:
        start, end = facts["range"]
        original = original[start:end]
        if sha256(original) != (record.get("report") or {}).get("sha256"):
            problems.append("The bytes that were coded do not stand in the original.")
    text = bundle.read(facts["text"]).decode("utf-8", "surrogatepass")
    every = quotations(record)
    for quote, start, end in every:
        if start is None and quote not in text:
            problems.append(f"The words {quote!r} do not stand in the text.")
        elif start is not None and text[start:end] != quote:
            problems.append(f"The words {quote!r} do not stand in the text at {start} to {end}.")
    if facts["quotes_in_original"] and not stand_in(original, [quote for quote, _, _ in every]):
        problems.append("A quotation does not stand in the original.")
    return problems


def quotations(record: Any) -> list[tuple[str, Any, Any]]:
    """Return every quotation of a record with its place in the text, None where only the words are given."""
    found = []
    for event in record.get("events", []):
        if event.get("evidence"):
            found.append((event["evidence"], None, None))
        found += [(field["quote"], field["start"], field["end"]) for field in event.get("evidence_fields", [])]
    passed_over = [skipped for skipped in record.get("skipped", []) if skipped.get("quote") is not None]
    return found + [(skipped["quote"], skipped["start"], skipped["end"]) for skipped in passed_over]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [value for name, value in attrs if name == "content" and value]


def _readings(original: bytes) -> list[str]:
    """Return the ways in which words may stand in an original: as they are, in JSON, a table, a page, a mail."""
    try:
        text = original.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = original.decode("utf-16" if original[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1256", "replace")
    readings = [text]
    values: list[str] = []
    for piece in [text] if text.lstrip()[:1] == "[" else [text, *text.splitlines()]:
        try:
            _strings(json.loads(piece), values)
        except (ValueError, RecursionError):
            continue
    if values:
        return [*readings, "\n".join(values)]
    if "<" in text:
        page = _Page()
        page.feed(text)
        readings.append("".join(page.words))
    if '""' in text:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.count))
        readings.append("\n".join(cell for row in rows for cell in row))
    for part in message_from_bytes(original, policy=policy.default).walk():
        if part.get_content_maintype() == "text" and part.get("Content-Transfer-Encoding"):
            try:
                content = str(part.get_content())
            except (LookupError, ValueError):  # an encoding that nobody knows
                continue
            page = _Page()
            page.feed(content)
            readings += [content, "".join(page.words), str(part.get("Subject", ""))]
    return readings


def _strings(value: Any, into: list[str]) -> None:
    if isinstance(value, str):
        into.append(value)
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            _strings(inner, into)


def _bare(text: str) -> str:
    """Return the signs of a text without spaces and invisible marks, in which readers of pages differ."""
    return INVISIBLE.sub("", text)


@lru_cache(maxsize=2)
def _bare_readings(original: bytes) -> list[str]:
    return [_bare(reading) for reading in _readings(original)]


def stand_in(original: bytes, quotes: list[str]) -> bool:
    """Say whether all quotations stand in the bytes of an original, whatever stands between their letters in space."""
    readings = _bare_readings(original)
    return all(any(_bare(quote) in reading for reading in readings) for quote in quotes)


def check_stamps(bundle: Bundle, manifest: Any, acts: list[Any]) -> list[str]:
    """Check that each stamp is for an act of this log; who signed it, openssl can tell."""
    problems = []
    hashes = {act["seq"]: act["details"].get("stamped_hash") for act in acts if act["act"] == "timestamp"}
    for stamp in manifest["stamps"]:
        head = bundle.read(stamp["head"])
        if bytes.fromhex(sha256(head)) not in bundle.read(stamp["token"]):
            problems.append(f"{stamp['token']}: It does not stamp {stamp['head']}.")
        if json.loads(head).get("hash") != hashes.get(stamp["act"]):
            problems.append(f"{stamp['head']}: It is no head of this log.")
    return problems


def check_history(bundle: Bundle) -> tuple[list[str], list[str]]:
    """Return what is wrong with how the reports came to be coded, and by whom each was coded and changed.

    The coding in force must be the record of the bundle, byte for byte.
    """
    content = bundle.read(HISTORY)
    lines = bundle.read("events.jsonl").split(b"\n")
    records = {json.loads(line)["id"]: sha256(line) for line in lines if line} if content else {}
    problems, told, in_force = [], [], {}
    for one in (json.loads(line) for line in content.split(b"\n") if line):
        name = one["report_id"]
        if one["kind"] == "act":
            told.append(f"Report {name}: {one['at']} {one['by']}: {one['act']}.")
            continue
        fields = ", ".join(dict.fromkeys(change["field"] for change in one["changes"]))
        changed = f"; it changed {fields}" if fields else ""
        told.append(
            f"Report {name}: {one['at']} coded by {one['by']}{changed}{'; in force' if one['in_force'] else ''}."
        )
        if one["in_force"]:
            in_force[name] = one["record_sha256"]
    if content and in_force != records:
        problems.append(f"{HISTORY}: The codings in force are not the records of events.jsonl.")
    return problems, told


def verify(bundle: Bundle) -> tuple[list[str], list[str]]:
    """Return what is wrong, and what was checked."""
    problems: list[str] = []
    told: list[str] = []
    originals: dict[tuple[str, str, str], list[str]] = {}
    try:
        manifest = json.loads(bundle.read(MANIFEST))
        problems += check_files(bundle, manifest)
        chain_problems, acts = check_chain(bundle, manifest)
        problems += chain_problems + check_stamps(bundle, manifest, acts)
        records = [json.loads(line) for line in bundle.read("events.jsonl").split(b"\n") if line]
        told += [f"Files: {len(manifest['files'])}. Acts of the log: {len(acts)} told in full."]
        if [record["id"] for record in records] != [facts["report_id"] for facts in manifest["reports"]]:
            problems.append("events.jsonl: Its reports are not those of the manifest.")
        for facts, record in zip(manifest["reports"], records):  # noqa: B905 - Python 3.8 has no strict
            place = (facts["item"], facts["original"], facts["record"])
            if place not in originals:  # many reports may stand in one export
                originals[place] = check_original(bundle, facts, acts)
            wrong = originals[place] + check_report(bundle, facts, record)
            problems += [f"Report {facts['report_id']}: {problem}" for problem in wrong]
            also = ", and in the original" if facts["quotes_in_original"] else ""
            if not wrong:
                kept = f"original {facts['item'][:12]}, kept {facts['kept_at'][:19]}Z"
                stand = f"{len(quotations(record))} quotations stand in its text{also}"
                told.append(f"Report {facts['report_id']}: {kept}; {stand}.")
        history_problems, history = check_history(bundle)
        problems += history_problems
        told += history
        for line in bundle.read("incidents.jsonl").split(b"\n"):
            for member in json.loads(line)["members"] if line else []:
                found = [record for record in records if record["id"] == member["report_id"]]
                if not found or not 0 <= member["event"] < len(found[0]["events"]):
                    problems.append(f"incidents.jsonl: An event of report {member['report_id']} is missing.")
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        problems.append(f"It cannot be checked to the end ({type(error).__name__}: {error}).")
    return problems, told


def main(arguments: list[str]) -> int:
    """Print the verdict on a bundle, and return the exit status."""
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        problems, told = verify(Bundle(path))
    except (OSError, zipfile.BadZipFile) as error:
        problems, told = [f"{path} cannot be opened ({error})."], []
    wrong = [f"WRONG  {problem}" for problem in problems]
    verdict = f"NOT VERIFIED / لم تثبت السلامة: {len(problems)}" if problems else "VERIFIED / سليمة"
    print("\n".join([*told, *wrong, verdict]))  # noqa: T201 - this is a program of its own
    return 1 if problems else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
