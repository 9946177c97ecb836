"""What can be wrong with a resource file, in English and in Arabic, always with the remedy."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODES", "Problem"]

CODES: dict[str, tuple[str, str]] = {
    "unreadable": (
        "{detail} Check indentation and quotation marks near this line.",
        "تعذرت قراءة الملف: {detail} راجع المسافات في أول السطر وعلامات الاقتباس.",
    ),
    "unreadable-table": (
        "{detail} A table of places is UTF-8, parted by commas, and its first row is: {columns}",
        "تعذرت قراءة الجدول: {detail} جدول الأماكن ترميزه UTF-8، وبين خاناته فاصلة، وسطره الأول: {columns}",
    ),
    "unread-file": (
        "Nothing reads this file where it stands. Put it into {home}.",
        "لا يقرأ مرصد هذا الملف في مكانه. ضعه في {home}.",
    ),
    "people-list": (
        "Lists of people's names decide whose names stay public: only marsad's own files change them. Take it out.",
        "قوائم أسماء الناس تقرر أي الأسماء يبقى معلنا، فلا تُغيَّر إلا في ملفات مرصد نفسه. أخرج هذا الملف.",
    ),
    "schema": (
        "{where}: {detail}. Compare with a neighbouring entry.",
        "الحقل {where}: {detail}. قارن المدخل بمدخل مجاور.",
    ),
    "missing": (
        "{where} is missing. Fill it in.",
        "الحقل {where} ناقص. املأه.",
    ),
    "too-short": (
        "{where} is too short: it takes at least {least} letters.",
        "الحقل {where} قصير: أقله {least} من الأحرف.",
    ),
    "too-few": (
        "{where} is empty. Give at least one.",
        "الحقل {where} فارغ. أعط قيمة واحدة على الأقل.",
    ),
    "pattern": (
        "{where}: “{value}” is not written as it should be: small Latin letters, digits and dots; a country: SY.",
        "الحقل {where}: «{value}» ليست على الشكل المطلوب: أحرف لاتينية صغيرة وأرقام ونقاط، والبلد هكذا: SY.",
    ),
    "no-choice": (
        "{where}: “{value}” is none of: {choices}.",
        "الحقل {where}: «{value}» ليست من القيم الممكنة: {choices}.",
    ),
    "no-date": (
        "{where}: “{value}” is no day. Write it as 2024-12-08.",
        "الحقل {where}: «{value}» ليس يوما. اكتبه هكذا: 2024-12-08.",
    ),
    "no-number": (
        "{where}: “{value}” is no number. Write digits, with a point for fractions.",
        "الحقل {where}: «{value}» ليس رقما. اكتب أرقاما، وافصل الكسور بنقطة.",
    ),
    "unknown-key": (
        "{where} is no key of this kind. Write one of: {allowed}.",
        "{where} ليس من حقول هذا النوع. اكتب أحد هذه الحقول: {allowed}.",
    ),
    "foreign-letter": (
        "“{form}” holds {point}, a letter of another language. Write {letter} instead.",
        "في «{form}» حرف غير عربي ({point}). اكتب {letter} مكانه.",
    ),
    "mark": (
        "“{form}” holds {point} ({name}). Delete it.",
        "في «{form}» علامة زائدة {point} ({name}). احذفها.",
    ),
    "same-id": (
        "The id stands in {other}, line {line}, too. Give one of the two another id.",
        "المعرّف مستعمل أيضا في {other}، السطر {line}. غيّر أحدهما.",
    ),
    "form-twice": (
        "“{form}” stands twice in this entry, spelling variants count as one. Keep one.",
        "«{form}» مكررة في هذا المدخل، واختلاف الإملاء لا يُعدّ فرقا. أبقِ واحدة.",
    ),
    "form-elsewhere": (
        "“{form}” stands in {other} ({file}, line {line}), too. Delete it in one of the two, or give one `near` words.",
        "«{form}» موجودة أيضا في {other} ({file}، السطر {line}). احذفها من أحدهما، أو أضف لأحدهما كلمات near.",
    ),
    "companion": (
        "`{where}` holds “{form}”, which is several words. Companions are single words.",
        "في {where} عبارة «{form}» من عدة كلمات. الكلمات المرافقة مفردة.",
    ),
    "find-absent": (
        "The example “{text}” does not hold “{form}” {nth} time(s). Quote its words exactly.",
        "لا توجد «{form}» {nth} مرة في المثال «{text}». انقل الكلمات كما هي.",
    ),
    "match": (
        "The example “{text}” is not found: this entry should read “{form}”. {seen} Add the form, or mend the example.",
        "المثال «{text}» لا يُعثر عليه: كان على هذا المدخل أن يقرأ «{form}». {seen} أضف الصيغة أو صحح المثال.",
    ),
    "unknown-id": (
        "{where} names {value}, which is not there. Name one that is.",
        "الحقل {where} يذكر {value}، وهو غير موجود. اذكر موجودا.",
    ),
    "circle": (
        "It is a part of itself: {value}. Give it another parent.",
        "الجهة جزء من نفسها: {value}. غيّر الجهة الأم.",
    ),
    "no-code": (
        "{value} is no code of the codebook. Take one of the registry, or write “other:” and the Arabic name.",
        "{value} ليس رمزا في دليل الترميز. اختر رمزا من السجل، أو اكتب other: ثم الاسم بالعربية.",
    ),
    "other-state": (
        "It is a part of {parent}, so its code is {code}. Write that code, or give it another parent.",
        "هي جزء من {parent}، فرمزها {code}. اكتب هذا الرمز أو غيّر الجهة الأم.",
    ),
    "two-owners": (
        "“{form}” means {other}, too, at the same time and place. Say from when to when, or where, or words beside it.",
        "«{form}» تعني {other} أيضا في الزمان والمكان نفسيهما. حدد التواريخ أو البلدان أو كلمات ترافقها.",
    ),
    "actor-match": (
        "The example “{text}” is not coded as it should: “{form}” is to be this actor, but there is {seen}.",
        "المثال «{text}» لا يُقرأ كما ينبغي: يجب أن تكون «{form}» هذه الجهة، والموجود: {seen}.",
    ),
    "actor-reject": (
        "“{text}” must not name this actor, but “{form}” does. Give the alias companions, or take it out.",
        "ينبغي ألا تُذكر هذه الجهة في «{text}»، لكن «{form}» تذكرها. أضف للاسم كلمات ترافقه أو احذفه.",
    ),
    "person": (
        "“{form}” is the name of a person. Only bodies are listed: name the body, never somebody in it.",
        "«{form}» اسم شخص. لا تُدرج إلا الجهات: اذكر الجهة لا من فيها.",
    ),
    "home": (
        "“{form}” is the home of a person. Name the quarter or the village.",
        "«{form}» منزل شخص. اذكر الحي أو القرية.",
    ),
    "needed": (
        "It cannot be retired: {value} needs it.",
        "لا يمكن إيقافه: يحتاج إليه {value}.",
    ),
    "point": (
        "The point {value} is none: give both numbers, latitude −90 to 90, longitude −180 to 180, or neither.",
        "الموقع {value} غير صحيح: أعط الرقمين معا، العرض من −90 إلى 90 والطول من −180 إلى 180، أو لا شيء.",
    ),
    "point-abroad": (
        "The point {value} lies outside {country}. Check the numbers and their order: latitude first.",
        "الموقع {value} خارج {country}. راجع الرقمين وترتيبهما: العرض أولا.",
    ),
    "unit-abroad": (
        "{value} is no unit of {country}. Name one of that country, or the country of that unit.",
        "{value} ليست وحدة من {country}. اذكر وحدة من ذلك البلد، أو بلد تلك الوحدة.",
    ),
    "place-name": (
        "“{form}” holds other letters than those of Arabic names. Write it in Arabic letters.",
        "في «{form}» أحرف ليست من أحرف الأسماء العربية. اكتبها بالعربية.",
    ),
    "reject": (
        "“{text}” must not be found, but the entry reads “{form}” there. Add a longer look-alike, or `not_near` words.",
        "ينبغي ألا يجد هذا المدخل شيئا في «{text}»، لكنه يقرأ «{form}». أضف عبارة شبيهة أطول أو كلمات not_near.",
    ),
}
"""Code of a problem to its sentence in English and in Arabic."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it stands, what it is, and what to do."""

    file: str
    line: int
    entry_id: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Return problem and remedy, in "en" or "ar"."""
        return CODES[self.code][language == "ar"].format(**dict(self.facts))

    def say(self, language: str = "en") -> str:
        """Return file, line, entry, problem and remedy as one line, in "en" or "ar"."""
        entry = f" [{self.entry_id}]" if self.entry_id else ""
        return f"{self.file}:{self.line}:{entry} {self.sentence(language)}"
