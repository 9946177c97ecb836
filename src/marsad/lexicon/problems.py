"""What can be wrong with a resource file, in English and in Arabic, always with the remedy."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODES", "Problem"]

CODES: dict[str, tuple[str, str]] = {
    "unreadable": (
        "{detail} Check indentation and quotation marks near this line.",
        "تعذرت قراءة الملف: {detail} راجع المسافات في أول السطر وعلامات الاقتباس.",
    ),
    "schema": (
        "{where}: {detail}. Compare with a neighbouring entry.",
        "الحقل {where}: {detail}. قارن المدخل بمدخل مجاور.",
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

    def say(self, language: str = "en") -> str:
        """Return file, line, entry, problem and remedy as one line, in "en" or "ar"."""
        sentence = CODES[self.code][language == "ar"].format(**dict(self.facts))
        entry = f" [{self.entry_id}]" if self.entry_id else ""
        return f"{self.file}:{self.line}:{entry} {sentence}"
