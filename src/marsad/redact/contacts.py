"""Numbers, addresses and accounts that lead to one person: telephone, e-mail, identity, plate, house, coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from marsad.lexicon.role_words import forms_of, written_forms
from marsad.redact.births import years_of_birth
from marsad.redact.contact_words import any_of

__all__ = ["Contact", "find_contacts", "is_phone"]

_D = "0-9٠-٩۰-۹"
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_W = "[^\\W\\d_]"
_NEXT = rf"(?:[ \u00a0{_MARKS}]|[-./](?=[{_D}]))?"
_PHONE = re.compile(
    rf"(?<![{_D}.,/:A-Za-z])(?:\+[{_MARKS}]?|00|٠٠|(?=[0٠۰]))\(?[{_D}](?:{_NEXT}[()]?[{_D}]){{6,14}}(?![{_D}])"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ACCOUNT = re.compile(r"(?<![\w@.])@[\w.]{2,}")
_OUTLET = re.compile(
    r"news|tv|press|channel|media|radio|agency|24|org|gov|mofa|moi|\bun|army|live|net\b", re.IGNORECASE
)
_LINK = re.compile(
    r"(?:https?://|www\.|(?<![\w./])(?:(?:t|wa|fb|m)\.me|(?:facebook|instagram|tiktok|twitter)\.com)/)[^\s<>«»\"“”]+"
)
_PROFILE = re.compile(
    r"(?:facebook\.com|fb\.com|fb\.me|twitter\.com|x\.com|instagram\.com|t\.me|wa\.me|tiktok\.com"
    r"|linkedin\.com/in|threads\.net|snapchat\.com|chat\.whatsapp\.com)/",
    re.IGNORECASE,
)
_DEGREES = rf"[{_D}]{{1,3}}\s?°\s?[{_D}]{{1,2}}\s?['′’]\s?(?:[{_D}]{{1,2}}(?:[.٫][{_D}]+)?\s?[\"″”]\s?)?[NSEWشق]?"
_DECIMAL = rf"[-+]?[{_D}]{{1,3}}[.٫][{_D}]{{3,}}"
_LETTERS = "ء-غف-ي"
_INITIALS = re.compile(
    rf"(?<![{_LETTERS}.])[{_LETTERS}]ـ?\s?\.\s?[{_LETTERS}](?:\s?\.\s[{_LETTERS}](?![{_LETTERS}]))?\s?"
    rf"(?:\.(?!\s?[{_LETTERS}](?:[^{_LETTERS}]|$))|(?=[)\s،؛/]))"
)
_INITIALS_TIED = re.compile(
    rf"(?<![{_LETTERS}])[{_LETTERS}]\s?\.\s?[{_LETTERS}]\s?\.? "
    rf"و([{_LETTERS}]\s?\.\s?[{_LETTERS}](?:\s?\.|(?=[)\s،؛/])))"
)
_INITIALS_AND_NAME = re.compile(
    rf"\(([{_LETTERS}]\s?\.\s?[{_LETTERS}]\s?\.\s?[{_LETTERS}]{{3,}}(?: [{_LETTERS}]{{3,}})?)\)"
)
_NAME_AND_INITIAL = re.compile(rf"(?<![{_LETTERS}])([{_LETTERS}]{{3,}}\.[ء-هي])(?![{_LETTERS}])")
_INITIAL_IN_A_LIST = re.compile(
    rf"(?:^|[؛،\n.] ?|[{_LETTERS}]{{2}} )([ء-خذ-غف-ي]\s?\.\s?ال[{_LETTERS}]{{3,}})(?=\s*(?:[.؛،\n)]|$))"
)


@cache
def _coordinates() -> re.Pattern[str]:
    """Return the pattern of a point on the map: "34.5123، 40.1234", "34.512 شمالاً و40.912 شرقاً"."""
    side = rf"(?:[NSEWشق]|{any_of('compass')}ً?ا?)(?!\w)"
    axis = rf"(?:و\s?)?(?:{any_of('axis')}[ :]*)?"
    return re.compile(
        rf"{_DECIMAL}\s?°?\s?(?:{side})?\s*[,،;/ ]\s*{axis}{_DECIMAL}(?:\s?°?\s?{side})?"
        rf"|{_DEGREES}(?:\s*[,،]?\s*{_DEGREES})?"
    )


@cache
def _birth() -> re.Pattern[str]:
    """Return the pattern of a day of birth: "تاريخ الميلاد: 3/5/1990", "تولد حلب 3-5-1990"."""
    return re.compile(
        rf"{any_of('birth-date', 'born')}[ :]*(?:{any_of('year')} |{_W}+ )?"
        rf"([{_D}]{{1,2}}\s?[/.-]\s?[{_D}]{{1,2}}\s?[/.-]\s?[{_D}]{{2,4}})"
    )


@cache
def _called() -> re.Pattern[str]:
    """Return the pattern of a telephone number behind a word for it: "واتساب الأسرة 933456721"."""
    told = rf"{any_of('phone')}[^{_D}\n+]{{0,18}}"
    to_be_called = rf"{any_of('call')}[^{_D}\n+]{{0,18}}(?=\+?[{_D}](?:{_NEXT}[{_D}]){{8}})"
    return re.compile(rf"(?:{told}|{to_be_called})(\+?[{_D}](?:{_NEXT}[{_D}]){{5,14}})(?![{_D}])")


@cache
def _identity() -> re.Pattern[str]:
    """Return the pattern of the number of somebody's papers: "جواز سفر رقم N 1234567"."""
    return re.compile(
        rf"{any_of('identity')}[^{_D}\n]{{0,6}}?((?:[A-Za-z]{{1,3}}[ -]?|[{_LETTERS}]/)?[{_D}](?:[ /-]?[{_D}]){{3,18}})"
    )


@cache
def _case() -> re.Pattern[str]:
    """Return the pattern of the number of a case, a notice or a paper with a letter in it: "رقم القضية 117/ع/2024"."""
    code = rf"(?:{_W}[-/])?[{_D}]{{2,6}}[-/]{_W}(?:[-/][{_D}]{{2,6}})?"
    return re.compile(rf"{any_of('numbered')} (?:{_W}+ )?({code})(?![{_D}{_LETTERS}])")


@cache
def _bank() -> re.Pattern[str]:
    """Return the pattern of the number of an account: "رقم الحساب 12345678"."""
    return re.compile(rf"{any_of('account')}[^{_D}\n]{{0,12}}([A-Z]{{0,2}}[{_D}](?:[ -]?[{_D}]){{4,24}})(?![{_D}])")


@cache
def _plate() -> re.Pattern[str]:
    """Return the pattern of the number of a plate: "لوحة رقم 456789", "سيارة كيا بيضاء رقم 456789 دمشق"."""
    return re.compile(
        rf"(?:{any_of('plate')}|{any_of('plated')}[^\n.،]{{0,20}}?{any_of('number')})(?: {any_of('plate-told')})*[ :]*"
        rf"((?:[{_D}]{{1,2}} (?={_W} [{_D}]))?(?:{_W}+[ -]?){{0,3}}[{_D}](?:[ /-]?[{_D}]){{2,7}}(?![{_D}])"
        rf"(?:[ -]?{_W}{{1,8}}(?=[\s.،)]|$))?)"
        rf"|{any_of('vehicle')}[^\n.،{_D}]{{0,16}}? (?:{any_of('plate-told')} )?({_W}+ [{_D}]{{6}})"
        rf"(?= ?(?:[.،\n)]|{any_of('behind-a-plate')}|$))"
        rf"|{any_of('plated')} \(([{_D}]{{5,7}}(?: {_W}+)?)\)"
    )


@cache
def _address() -> re.Pattern[str]:
    """Return the pattern of a house and where it stands: "حي الورود، شارع 8 آذار، بناء 12 طابق 3"."""
    building, its_number = any_of("building"), rf"(?:{any_of('number')} )?"
    join = rf"(?:[،,]? (?:{any_of('between-parts')} |ب)?)"
    told = rf"(?:{any_of('dwelling-number')} {its_number}|{any_of('dwelling')} {any_of('number')} )"
    number = rf"{told}(?:[{_D}]{{1,5}}|{any_of('floor')})"
    area = rf"{any_of('area')} [^،,.\n؛]{{2,30}}?"
    house = rf"(?:{any_of('building', 'tower')} (?:{any_of('number')} [{_D}]+|[{_D}]+|{_W}+)|{number})"
    sure = rf"(?:{building} {its_number}[{_D}]+|{number})"
    return re.compile(rf"(?<!\w)(?:{area}{join}){{0,3}}(?:{house}{join})*{sure}(?:{join}{house})*")


@cache
def _own_address() -> re.Pattern[str]:
    """Return the pattern of what somebody calls the own address: "عنواني خيمة 214، مخيم الفجر"."""
    return re.compile(rf"(?<!\w)و?{any_of('own-address')}[ :]+([^.\n]*?[{_D}][^.\n]*?)(?= ب{_W}|[.\n]|$)")


@cache
def _told_of_a_house() -> tuple[str, ...]:
    """Return the words of which an address holds one, and what stands behind each."""
    return tuple(f"{form} " for form in written_forms("contact-words", "building", "dwelling-number", "number"))


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of one part of an address."""
    return re.compile(rf"{any_of('building', 'dwelling-number', 'dwelling', 'street', 'tower')}|{any_of('quarter')} ")


@cache
def _not_the_name() -> re.Pattern[str]:
    """Return the pattern of what somebody is called in a text who bears another name: "«ورود» وهو اسم مستعار"."""
    return re.compile(rf"[«\"“]({_W}+(?: {_W}+){{0,2}})[»\"”][،,]? \(?(?:{_W}+ )?{any_of('not-the-name')}")


@cache
def _names_with_initials() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of names that hold an initial: "الشابة ر. الزعبي", "«الآنسة ر.»"."""
    initial_and_family = re.compile(
        rf"{any_of('before-an-initial')} "
        rf"\(?([{_LETTERS}]\s?\.\s?(?:ال[{_LETTERS}]{{3,}}|[{_LETTERS}]\s?\.\s?[{_LETTERS}](?=\s?\.?\))))"
    )
    aged = re.compile(rf"(?<!\w)و?([{_LETTERS}]\s?\.\s?ال[{_LETTERS}]{{3,}})(?=\s?\([{_D}]{{1,2}}\D)")
    alone = re.compile(rf"{any_of('before-one-letter')} ([{_LETTERS}]\.)(?=[\"»”)،])")
    return initial_and_family, aged, _INITIALS_AND_NAME, _NAME_AND_INITIAL, _INITIAL_IN_A_LIST, alone, _INITIALS_TIED


@dataclass(frozen=True, slots=True)
class Contact:
    """A stretch of a text that leads to one person."""

    start: int
    end: int
    kind: str
    rule: str


def is_phone(text: str) -> bool:
    """Say whether a whole string is a telephone number.

    >>> is_phone("+963 944 112 233"), is_phone("2024")
    (True, False)
    """
    return _PHONE.fullmatch(text.strip()) is not None


def find_contacts(text: str) -> tuple[Contact, ...]:
    """Return what leads to one person, none overlapping another, in the order of the text.

    >>> [(one.kind, "للتواصل 0933 456 721 أو a@b.org"[one.start:one.end]) for one in
    ...  find_contacts("للتواصل 0933 456 721 أو a@b.org")]
    [('phone', '0933 456 721'), ('email', 'a@b.org')]
    """
    kept: list[Contact] = []
    for one in _all(text):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _all(text: str) -> Iterator[Contact]:
    if "@" in text:
        yield from (Contact(*match.span(), "email", "contact.mail") for match in _MAIL.finditer(text))
        for match in _ACCOUNT.finditer(text):
            if not _OUTLET.search(match[0]):
                yield Contact(*match.span(), "account", "contact.account")
    if "/" in text or "www." in text:
        for match in _LINK.finditer(text):
            if _PROFILE.search(match[0]) and not _OUTLET.search(match[0].partition("/")[2]):
                yield Contact(*match.span(), "link", "contact.profile")
    if any(letter.isdigit() for letter in text):
        yield from _numbers(text)
    if any(word in text for word in _told_of_a_house()):
        for match in _address().finditer(text):
            if len(_part().findall(match[0])) > 1 or any(sign.isdigit() for sign in match[0]):
                yield Contact(*match.span(), "address", "contact.address")
    if any(form in text for form in written_forms("contact-words", "own-address")):
        yield from (Contact(*match.span(1), "address", "contact.address") for match in _own_address().finditer(text))
    if any(form in text for form in written_forms("contact-words", "not-the-name")):
        yield from (Contact(*match.span(1), "other", "initials") for match in _not_the_name().finditer(text))
    if "." in text:
        for pattern in _names_with_initials():
            yield from (Contact(*match.span(1), "other", "initials") for match in pattern.finditer(text))
        for match in _INITIALS.finditer(text):
            if re.sub(r"[\s.]", "", match[0]) not in forms_of("contact-words", "abbreviation"):
                yield Contact(*match.span(), "other", "initials")


def _numbers(text: str) -> Iterator[Contact]:
    yield from (Contact(*match.span(), "coordinates", "contact.coordinates") for match in _coordinates().finditer(text))
    for match in _plate().finditer(text):
        yield Contact(*match.span(match.lastindex or 1), "plate", "contact.plate")
    yield from (Contact(*match.span(1), "id", "contact.identity") for match in _identity().finditer(text))
    yield from (Contact(*match.span(1), "id", "contact.case") for match in _case().finditer(text))
    yield from (Contact(*match.span(1), "birth", "contact.birth") for match in _birth().finditer(text))
    yield from (Contact(*years, "birth", "contact.birth") for years in years_of_birth(text))
    yield from (Contact(*match.span(1), "account", "contact.bank") for match in _bank().finditer(text))
    yield from (Contact(*match.span(), "phone", "contact.phone") for match in _PHONE.finditer(text))
    yield from (Contact(*match.span(1), "phone", "contact.called") for match in _called().finditer(text))
