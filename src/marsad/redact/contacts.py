"""Numbers, addresses and accounts that lead to one person: telephone, e-mail, identity, plate, house, coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from marsad.redact.births import years_of_birth

__all__ = ["Contact", "find_contacts", "is_phone"]

_D = "0-9٠-٩۰-۹"
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_W = "[^\\W\\d_]"
_NEXT = rf"(?:[ \u00a0{_MARKS}]|[-./](?=[{_D}]))?"
_PHONE = re.compile(
    rf"(?<![{_D}.,/:A-Za-z])(?:\+[{_MARKS}]?|00|٠٠|(?=[0٠۰]))\(?[{_D}](?:{_NEXT}[()]?[{_D}]){{6,14}}(?![{_D}])"
)
_CALLED = re.compile(
    r"(?:رقم(?:ه|ها|ي|نا|هم)?|هاتف(?:ه|ها|نا)?|الهاتف|جوال(?:ه|ها)?|موبايل(?:ه|ها|ي)?|واتس(?:اب|آب| ?أب)?|واتساب"
    r"|اتصال|الاتصال|الرقم|للتواصل|تلفون)"
    rf"[^{_D}\n+]{{0,18}}(\+?[{_D}](?:{_NEXT}[{_D}]){{5,14}})(?![{_D}])"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ACCOUNT = re.compile(r"(?<![\w@.])@[\w.]{2,}")
_OUTLET = re.compile(
    r"news|tv|press|channel|media|radio|agency|24|org|gov|mofa|moi|\bun|army|live|net\b", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|www\.|(?<![\w./])(?:t|wa|fb|m)\.me/)[^\s<>«»\"“”]+")
_PROFILE = re.compile(
    r"(?:facebook\.com|fb\.com|fb\.me|twitter\.com|x\.com|instagram\.com|t\.me|wa\.me|tiktok\.com"
    r"|linkedin\.com/in|threads\.net|snapchat\.com|chat\.whatsapp\.com)/",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"(?:الرقم الوطني|رقم وطني|رقم الهوية|هوي(?:ة|ته|تها) رقم|رقم هويته(?:ا)?|جواز سفر(?:ه|ها)?(?: رقم)?|رقم الجواز"
    r"|جواز رقم|البطاقة (?:الشخصية|الوطنية)(?: رقم)?|بطاقته(?: رقم)?|رقم القيد|الرقم العسكري|رقم الإقامة|الكملك"
    r"|كملك رقم|بهوية)"
    rf"[^{_D}\n]{{0,6}}((?:[A-Za-z]{{1,3}}[ -]?)?[{_D}](?:[ /-]?[{_D}]){{3,18}})"
)
_BANK = re.compile(
    r"(?:بنكك|بنكك?ي|رقم الحساب|رقم حساب(?:ه|ها|ي)?|الحساب رقم|حساب رقم|الحساب البنكي|آيبان|الآيبان|فوري|محفظة رقم)"
    rf"[^{_D}\n]{{0,12}}([A-Z]{{0,2}}[{_D}](?:[ -]?[{_D}]){{4,24}})(?![{_D}])"
)
_PLATE = re.compile(
    r"(?:لوحة|لوحات|لوحتها|لوحته|لوحتهما|نمرة|نمرتها|نمرته"
    r"|(?:تحمل|يحمل|ذات|حاملة|سيار(?:ة|ته|تها|تي|تنا|تهم)|دراج(?:ة|ته|تي))[^\n.،]{0,20}?(?:الرقم|رقم))"
    r"(?: (?:رقم|تسجيل|معدنية|أرقامها|رقمها|تحمل الرقم))*[ :]*"
    rf"((?:{_W}+[ -]?){{0,3}}[{_D}](?:[ /-]?[{_D}]){{2,7}}(?:[ -]?{_W}{{1,8}}(?=[\s.،)]|$))?)"
)
_AREA = r"(?:حي|شارع|محلة|منطقة|جادة|حارة|زقاق|مجمع|دخلة|طلعة|نزلة|خلف|قرب|جانب) [^،,.\n؛]{2,30}?"
_NUMBER = (
    rf"(?:رقم )?(?:[{_D}]{{1,5}}|الأول|الأولى|الثاني|الثانية|الثالث|الثالثة|الرابع|الرابعة|الخامس|الخامسة|السادس"
    r"|السابع|الأرضي)"
)
_NUMBERED = r"دار|زقاق|شقة|الشقة|طابق|الطابق|محلة|منزل|بيت|المنزل"
_HOUSE = rf"(?:(?:بناء|بناية|عمارة|برج) (?:رقم [{_D}]+|[{_D}]+|{_W}+)|(?:{_NUMBERED}) {_NUMBER})"
_SURE = rf"(?:(?:بناء|بناية|عمارة) (?:رقم )?[{_D}]+|(?:{_NUMBERED}) {_NUMBER})"
_JOIN = r"(?:[،,]? (?:في |من |ب)?)"
_ADDRESS = re.compile(rf"(?<!\w)(?:{_AREA}{_JOIN}){{0,3}}(?:{_HOUSE}{_JOIN})*{_SURE}(?:{_JOIN}{_HOUSE})*")
_PART = re.compile(r"بناء|بناية|عمارة|برج|دار|زقاق|شقة|طابق|محلة|منزل|بيت|حي |شارع|جادة")
_DEGREES = rf"[{_D}]{{1,3}}\s?°\s?[{_D}]{{1,2}}\s?['′’]\s?(?:[{_D}]{{1,2}}(?:[.٫][{_D}]+)?\s?[\"″”]\s?)?[NSEWشق]?"
_DECIMAL = rf"[-+]?[{_D}]{{1,3}}[.٫][{_D}]{{3,}}"
_SIDE = r"(?:[NSEWشق]|(?:شمال|جنوب|شرق|غرب)(?:اً|ًا|ا)?)(?!\w)"
_AXIS = r"(?:و\s?)?(?:(?:خط )?(?:ال)?(?:طول|عرض)[ :]*)?"
_COORDINATES = re.compile(
    rf"{_DECIMAL}\s?°?\s?(?:{_SIDE})?\s*[,،;/ ]\s*{_AXIS}{_DECIMAL}(?:\s?°?\s?{_SIDE})?"
    rf"|{_DEGREES}(?:\s*[,،]?\s*{_DEGREES})?"
)
_BIRTH = re.compile(
    rf"(?:تاريخ الميلاد|تاريخ الولادة|تولد|تولّد|مواليد)[ :]*(?:عام |سنة |{_W}+ )?"
    rf"([{_D}]{{1,2}}\s?[/.-]\s?[{_D}]{{1,2}}\s?[/.-]\s?[{_D}]{{2,4}})"
)
_LETTERS = "ء-غف-ي"
_INITIALS = re.compile(
    rf"(?<![{_LETTERS}.])[{_LETTERS}]ـ?\s?\.\s?[{_LETTERS}](?:\s?\.\s[{_LETTERS}](?![{_LETTERS}]))?\s?"
    rf"(?:\.(?!\s?[{_LETTERS}](?:[^{_LETTERS}]|$))|(?=[)\s،؛/]))"
)
_INITIALS_TIED = re.compile(
    rf"(?<![{_LETTERS}])[{_LETTERS}]\s?\.\s?[{_LETTERS}]\s?\.? "
    rf"و([{_LETTERS}]\s?\.\s?[{_LETTERS}](?:\s?\.|(?=[)\s،؛/])))"
)
_INITIAL_AND_FAMILY = re.compile(
    r"(?:المدعوة?|المطلوبة?|الشابة?|السيدة?|المواطنة?|الطفلة?|المعتقلة?|المتهمة?|الناشطة?|الشاهدة?|الأخت?) "
    rf"\(?([{_LETTERS}]\s?\.\s?(?:ال[{_LETTERS}]{{3,}}|[{_LETTERS}]\s?\.\s?[{_LETTERS}](?=\s?\.?\))))"
)
_INITIALS_AND_NAME = re.compile(
    rf"\(([{_LETTERS}]\s?\.\s?[{_LETTERS}]\s?\.\s?[{_LETTERS}]{{3,}}(?: [{_LETTERS}]{{3,}})?)\)"
)
_NAME_AND_INITIAL = re.compile(rf"(?<![{_LETTERS}])([{_LETTERS}]{{3,}}\.[ء-هي])(?![{_LETTERS}])")
_INITIAL_IN_A_LIST = re.compile(rf"؛ ([ء-خذ-غف-ي]\s?\.\s?ال[{_LETTERS}]{{3,}})(?=[.؛\n])")
_INITIAL_ALONE = re.compile(rf"(?:السيدة?|الآنسة|الشاهدة?) ([{_LETTERS}]\.)(?=[\"»”)،])")
_NAMES_WITH_INITIALS = (
    _INITIAL_AND_FAMILY, _INITIALS_AND_NAME, _NAME_AND_INITIAL, _INITIAL_IN_A_LIST, _INITIAL_ALONE, _INITIALS_TIED
)  # fmt: skip
_NO_INITIALS = frozenset(("قم", "صب", "تع", "بم", "مم", "كم", "سم", "دا", "ها"))


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
    if "بناء" in text or "طابق" in text or "شقة" in text or "زقاق" in text or "دار " in text or "رقم" in text:
        for match in _ADDRESS.finditer(text):
            if len(_PART.findall(match[0])) > 1 or any(sign.isdigit() for sign in match[0]):
                yield Contact(*match.span(), "address", "contact.address")
    if "." in text:
        for pattern in _NAMES_WITH_INITIALS:
            yield from (Contact(*match.span(1), "other", "initials") for match in pattern.finditer(text))
        for match in _INITIALS.finditer(text):
            if re.sub(r"[\s.]", "", match[0]) not in _NO_INITIALS:
                yield Contact(*match.span(), "other", "initials")


def _numbers(text: str) -> Iterator[Contact]:
    yield from (Contact(*match.span(), "coordinates", "contact.coordinates") for match in _COORDINATES.finditer(text))
    yield from (Contact(*match.span(1), "id", "contact.identity") for match in _IDENTITY.finditer(text))
    yield from (Contact(*match.span(1), "birth", "contact.birth") for match in _BIRTH.finditer(text))
    yield from (Contact(*years, "birth", "contact.birth") for years in years_of_birth(text))
    for match in _PLATE.finditer(text):
        yield Contact(*match.span(1), "plate", "contact.plate")
    yield from (Contact(*match.span(1), "account", "contact.bank") for match in _BANK.finditer(text))
    yield from (Contact(*match.span(), "phone", "contact.phone") for match in _PHONE.finditer(text))
    yield from (Contact(*match.span(1), "phone", "contact.called") for match in _CALLED.finditer(text))
