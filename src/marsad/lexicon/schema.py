"""What an entry of a resource file must say: the one schema, for people and for editors."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["KINDS", "Entry", "Example", "Form"]

Form = Annotated[str, Field(min_length=2)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A sentence and the words of it that the entry must find; `nth` when they stand there twice."""

    text: str
    find: str
    nth: int = 1


class Entry(_Strict):
    """What every entry says. `forms` are plain words: spelling, clitics and endings come from `arabic/`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    pos: Literal["verb", "noun", "fixed"] = "fixed"
    source: Annotated[str, Field(min_length=3)]
    note: str | None = None
    matches: Annotated[tuple[Example, ...], Field(min_length=1)]
    rejects: tuple[str, ...] = ()


class CompanyEntry(Entry):
    """An entry that looks at the words around it, inside the sentence. Companions are single words."""

    near: tuple[str, ...] = ()
    """Companion words (any of them, within `within` words) without which the entry does not fire."""
    not_near: tuple[str, ...] = ()
    """Words within `within` words that silence it: "حادث سير" silences "مصرع"."""
    within: int = 12
    side: Literal["around", "after", "before"] = "around"
    """Where the `near` words must stand; `not_near` words count on both sides."""


class TriggerEntry(CompanyEntry):
    """Words that may tell an act. See `marsad.model.what.TriggerMention` for the fields."""

    sub_event_type: str | None = None
    sense: str
    weak: bool = False


class QualifierEntry(Entry):
    """Cues that change what a stretch asserts: "نفى" (denial), "من وقت لآخر" (habit)."""

    kind: Literal[
        "negation", "denial", "plan", "threat", "condition", "habit", "total", "history", "forecast", "call",
        "opinion", "foiled", "exercise", "pluperfect",
    ]  # fmt: skip
    scope: Literal["after", "before", "clause", "sentence"] = "after"


class SpeakerEntry(Entry):
    """Who says so: a named body or a generic speaker ("مصدر طبي"), a saying word ("قال", "وفق"), or the
    definite noun by which a second source takes up the act just told ("الهجوم").

    Other roles are asked about word by word: filler ("بعض": before a speaker), of-statement ("مشترك"), ends-speaker
    ("مضيفا"), another-source ("فيما"); and in credits medium ("وكالة"), outlet-kind ("صفحة"), outlet-word ("نيوز": in
    many names), reporting ("ذكرت"), credit-opener ("نقلا"), agency ("رويترز": others have their words from it).
    """

    role: Literal[
        "speaker", "saying", "according", "act", "filler", "of-statement", "ends-speaker", "another-source",
        "medium", "outlet-kind", "outlet-word", "reporting", "credit-opener", "agency",
    ]  # fmt: skip
    kind: str | None = None


class PersonEntry(Entry):
    """Nouns for people that can be killed, wounded, detained, abducted or be victims."""

    victim_kind: str
    actor_code: str | None = None
    singular: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()


class OutcomeEntry(Entry):
    """Words that tell what became of people: "مقتل" (killed), "أصيب" (wounded), "اعتقل" (detained)."""

    outcome: Literal["killed", "wounded", "detained", "abducted", "released"]
    voice: Literal["active", "passive", "either", "nominal", "victim"] = "either"
    people_only: bool = False
    """True for a word that also takes things ("ضبط أسلحة"): it counts only where a noun for people follows."""


class NumberEntry(Entry):
    """Number words and the words that bound them: "ستة" (unit, 6), "أكثر من" (at-least), "عشرات" (vague, 20)."""

    role: Literal[
        "unit", "teen", "ten", "hundred", "scale", "scale-two", "fraction", "ordinal", "vague", "point", "minus",
        "at-least", "about", "at-most", "at-least-after", "about-after", "at-most-after", "thing", "things",
    ]  # fmt: skip
    value: int | None = None


class CasualtyWordEntry(Entry):
    """Words around outcome words: what ends or joins the naming of victims, counts a toll, or denies one."""

    role: Literal[
        "stop", "weekday", "subset", "adding", "company", "other", "one-of", "several", "all", "count", "reach",
        "plural", "named-after", "total", "since", "long-since", "found", "absence", "negation", "negated", "age",
        "sudden", "attempt", "not-name", "armed-group", "one-of-them", "aside", "home", "not-people",
        "part-of-day", "day", "not-victim", "kin", "stayed", "member", "national", "charge", "name-opening",
        "single-victim", "captive", "grip", "self", "hospital", "family-or-grip",
    ]  # fmt: skip


class MeansEntry(CompanyEntry):
    """Weapons and means that decide a type: "مدفعية", "طيران مسير", "عبوة ناسفة"; "none" for look-alikes."""

    means: str


class ActorWordEntry(Entry):
    """Words around the names of actors.

    `role` is: force ("قوات"), weapon ("طائرة مسيرة"), act ("قصف"), modifier ("جوية"), member ("عناصر"),
    soldier ("جندي": of a state when a demonym follows), demonym ("تركي"), accusative ("تركيا" in "هجوما تركيا"),
    country ("تركيا", "أنقرة"), place ("حلب"), body ("قنصلية": opens the name
    of a body without arms), generic ("التنظيم") or blank (never an actor: "المرصد السوري").
    A demonym, country or place names its ISO code. A generic word points back to an actor whose category, code or
    id is in `refers`, or whose name starts with the same noun; else it is the actor of `fallback` for where
    the report plays ("*" for anywhere; "state" for the state's forces).
    """

    role: Literal[
        "force", "weapon", "act", "modifier", "member", "soldier", "demonym", "accusative", "country", "place",
        "body", "generic", "blank",
    ]  # fmt: skip
    country: str | None = None
    refers: tuple[str, ...] = ()
    fallback: dict[str, str] = {}
    optional: bool = False
    """A generic word that is no mention when nothing resolves it: "الهيئة" may be any board."""


class DateEntry(Entry):
    """Words of time expressions. `role` is their part in the grammar of dates, `value` what they stand for.

    `count` is 1 for a singular unit, 2 for a dual, 0 for a plural. A weak word needs a day, a year or a word
    such as شهر beside it: "مارس" is March and also a verb. A rank ("الأعنف") is no part of a date: what is told since
    when an act is but the heaviest is no time of the act. So are words beside a time, whose notes say what they
    do: paper ("قناة" before اليوم), planned ("المقررة"), called-date ("ميدان" before "22 مايو") and the like.
    """

    role: Literal[
        "month", "hijri-month", "weekday", "weekday-bare", "day", "unit", "part", "modifier", "edge", "season", "feast",
        "number", "ordinal", "ago", "since", "after", "during", "each", "lasting", "clock", "about", "year-word",
        "month-word", "day-word", "this", "hijri", "gregorian", "habit", "anaphor", "rank",
        "paper", "today-told", "called-weekday", "called-date", "planned", "vague-length", "day-adverb", "early-late",
        "length-told",
    ]  # fmt: skip
    value: int | str
    count: int = 0
    weak: bool = False


class PlaceWordEntry(Entry):
    """Words before or after a place name that say what it is or where the event lies from it.

    `role` is type ("مدينة"), near ("محيط"), direction ("شمال"), part ("ريف"), admin ("محافظة"), road, side
    (an adjective after the name: "الشمالي") or site (words that are the name: "المنطقة الصناعية"). `features` are
    the kinds of place a type word fits; `keep` says that it belongs to the name ("مخيم الهول"), `spot` that it
    does so only where no listed town follows ("حاجز المعامل"); `known` that only a listed name may follow; `many`
    that several names may follow.

    Other roles are asked about word by word: owner ("أهالي": a name stands behind it), distance ("كم"), starter
    ("تل": opens a name of two words), located ("الواقعة": what stands before it is a name), size ("الكبرى"), age
    ("القديمة") and tail ("الفوقا") tell twins apart,
    site-adjective ("المركزي") belongs to the name of a site, kind-told ("مدينة") to the name as some lists have it;
    river tells a bank from the West Bank.
    """

    role: Literal[
        "type", "near", "direction", "part", "admin", "road", "side", "site",
        "owner", "distance", "starter", "located", "size", "age", "tail", "site-adjective", "kind-told", "river",
    ]  # fmt: skip
    features: tuple[str, ...] = ()
    precision: Literal[1, 2, 3] = 1
    keep: bool = False
    spot: bool = False
    known: bool = False
    many: bool = False


class ConnectiveEntry(Entry):
    """Words at which a sentence parts into clauses: "فيما", "في سياق متصل"."""


class RoleWordEntry(Entry):
    """Words around a name that show who acts and who is hit: "حاجز" (holding), "مدفعية" (arms), "بتهمة" (accused);
    words around an act: "عملية" (before-act: a noun follows), "لكن" (scope-end: past it no denial reaches).

    The note of each entry says what its role means.
    """

    role: Literal[
        "lead-in", "holding", "arms", "by", "by-means", "against", "support", "repelling", "blaming", "turn", "claim",
        "missile", "accused", "two", "reply", "aim", "hands", "theme", "count", "guard", "under", "target", "unhurt",
        "results", "results-in", "carried-out", "the-act", "the-group", "another", "apart", "onslaught", "upon",
        "attacks", "says-so", "going", "goal", "whence",
        "member-link", "former", "backing", "backed", "backed-people", "loyal", "group-kind",
        "before-land", "suffering", "victim-before", "home-force", "state-corps", "strikes",
        "strikes-behind", "strikes-ahead", "assails", "touched", "agreement", "told-time",
        "before-act", "act-manner", "past-verb", "scope-end", "settlement", "outskirt", "clan",
    ]  # fmt: skip


class LinkWordEntry(Entry):
    """Wording that says how a report stands to earlier ones: one more act ("again"), or news of one ("follow-up")."""

    role: Literal["again", "follow-up"]


class ClaimWordEntry(CompanyEntry):
    """Words with which reports speak of the record itself.

    `role` is: act (a noun for what is counted, "هجوم"), case (one person each: "حالة"), other-act (counted, but no
    conflict: "اجتماع"), again ("مرة"); rise, fall, steady (directions), filler (may stand between a direction and
    what has it), compared (before the period compared with), unreal (feared or called for); tally ("وثق"), deed
    ("نفذ"), head ("عدد"), running ("ليرتفع"), reach ("بلغ"), subset ("بينهم"), result ("أسفرت"), therein ("كما"),
    elsewhere ("الذي": the period behind it is not that of the figure before), superlative ("أعنف"); of-its-kind,
    in-a-row, is ("هو"); during, since, same-period; place-word ("المدينة"); off-topic ("كوليرا"), off-aside (two
    of them make a sentence off-topic: "الفريق").
    """

    role: Literal[
        "act", "case", "other-act", "again", "rise", "fall", "steady", "filler", "compared", "unreal", "tally", "deed",
        "head", "elsewhere", "superlative", "running", "reach", "subset", "result", "therein", "of-its-kind",
        "in-a-row", "is", "during", "since", "same-period", "place-word", "off-topic", "off-aside",
    ]  # fmt: skip
    sub_event_type: str | None = None
    """What a noun counts: a sub-event type, an event type for a whole family, or null for any act."""


class ClaimGrammarEntry(Entry):
    """Single words that the grammar of claims asks about where it stands before them: "الماضي" (past), "بالعبوات"
    (weapon-told). The note of each entry says what its role means.
    """

    role: Literal[
        "weapon-told", "shells", "bullets", "buried", "flown", "shot", "property", "launched", "downed",
        "ruined", "goes-off", "stored", "village", "foiled", "onslaught", "armed-ones", "fighter", "body", "protester",
        "civilian", "killed-one", "wounded-one",
        "detained-one", "abducted-one", "tolled", "tolls-rise", "dies", "lives", "their-lives", "vanished",
        "liquidated", "jailed", "prison", "losing", "arrived", "standing", "reaching", "of-them", "in-one",
        "single", "times", "measured", "operation", "general-act", "case-told", "many-acts", "countable",
        "breached", "one-act", "moves", "activity", "scene", "seen-by", "goes-on", "settlement", "formation",
        "taken-thing", "toll-word", "sum", "sum-grows", "period-toll", "lasting", "place-state",
        "period-share", "half", "quarter", "third", "relative", "breaks-out", "in-it", "ends-in",
        "that-is-said", "according-to", "source-of", "opens-anew", "came-of-it", "upon", "set-off",
        "negation", "past", "gone", "today", "between-during", "nearly", "had", "had-now", "this",
        "that-period", "first-of", "last-of", "single-length", "year-told", "licence", "year-opener",
        "span-opener", "span-to", "before-it", "began", "year-edge", "turn", "now", "for-month",
        "publication", "item", "others", "both-sides", "adding", "was", "launched-on", "counting",
        "denies", "ending", "that-day", "no-cause", "higher", "lower", "passes", "recorded",
        "perfect", "rate", "share", "does-again", "area", "unit-word", "into", "loyal", "about", "body-of",
        "led-by", "long-war", "vessel", "earlier-one", "itself", "went-by", "until-now", "town-part",
        "until-today", "as-far-as", "now-spoken", "contested",
        "middle", "performs", "smoke", "numbered", "sniping",
        "amounting", "gets-killed", "loses", "goes-on-telling", "alone", "its-part", "rubble", "costs",
        "lasted", "ended", "vehicle", "strikes", "its-number", "its-lands", "side-of-land", "zone-told", "movement",
        "the-road", "because", "border", "among-them", "strife",
        "seized", "set-free", "exchange", "use-of", "per-unit", "war-begun", "state-body", "site-of", "brought",
        "its-outbreak", "slain", "displaced", "its-pace", "comprises", "clears", "phenomenon",
    ]  # fmt: skip
    sub_event_type: str | None = None
    """What a weapon tells of the acts counted."""
    features: tuple[str, ...] = ()
    """The kinds of place that a word such as "المدينة" may point back to."""


class NameEntry(Entry):
    """Names of people. `role` is given, word (a given name that is an ordinary word, too: "أمل"), family (a family
    name that is an ordinary word: "النجار"), foreign (a given name of another language: "جون") or rare (above all an
    ordinary word, a name only right behind who is announced: "أخته غزالة").
    """

    role: Literal["given", "word", "family", "foreign", "rare"]


class NameWordEntry(Entry):
    """Words around the names of people.

    `role` is private ("الشاب": a private person follows), called ("المدعو"), home ("منزل": whose name follows),
    post ("كتب"), list ("وهم"), title ("وزير": a public role), honorific ("الدكتور": says neither), thing ("شارع": the
    name of a place or body follows), end ("البالغ": no name goes on here), place-name ("أبو ظبي"), address ("بناء"),
    says ("قالت") and acts ("عادت": what only people do), fate ("استشهد": beside the outcome words),
    context ("أنقاض": tells what became of people whom something else names), break ("أن": no
    public role reaches over it), plural ("الجرحى": announces several), of-faith and of-god (make a name with الدين
    and الله), holds-a-name ("لدينا" is no ل and دينا), last-name ("القاضي": a title that is a family name, too, at the
    end of a name), speaks ("روت": says, of people only), death ("جثمان"), child ("رضيع"), heard ("بحسب": whose words
    are told), no-office ("المسعف": nobody in office), of-many ("الأسير": those whom a body is for), copula ("كانت":
    an adjective may follow), brothers ("الشقيقان": who they are is told before it), courtesy ("الدكتور": stands before
    people alone, so that any word behind it is a name), child-of ("ود": a son or daughter, and the name goes on),
    of-whom ("شقيقة": whose kin is told, and not of whom), lost ("فقدت": whose kin follows has the fate of `person`),
    contact ("يتصل": readers are to call whoever follows), one-brother ("أخيه": ends like two), two-children ("ابنا")
    and of-these ("المرحوم": whose they are), nicknamed and so-called ("تدعى"), praise ("شكر": of God,
    too), by-whom ("برصاص"), envoy ("مندوب") and press ("الوكالة"), ruler ("أمير": a given name),
    pointing ("هذا": no clause is closed before it) or no-name ("خبرة": nobody's name, whoever is announced before
    it). `person` is the kind of person that is announced or told.
    """

    role: Literal[
        "private", "called", "home", "post", "list", "title", "honorific", "thing", "end", "place-name", "address",
        "says", "acts", "fate", "break", "plural", "of-faith", "of-god", "holds-a-name",
        "no-name", "context", "last-name", "speaks", "death", "child", "heard", "no-office", "of-many", "copula",
        "brothers", "courtesy", "child-of", "of-whom", "lost", "contact", "pointing", "one-brother", "two-children",
        "of-these", "nicknamed", "so-called", "praise", "by-whom", "envoy", "press", "ruler",
    ]  # fmt: skip
    person: Literal["victim", "witness", "relative", "detainee", "poster", "minor", "other"] | None = None


class OutletEntry(Entry):
    """Outlets whose readers are of one country (`country`, ISO 3166): a name that is ambiguous is meant there."""

    country: str = Field(pattern=r"^[A-Z]{2}$")


class PublicPersonEntry(Entry):
    """People whom every reader knows, and people of the past: their names stay."""


KINDS: dict[str, type[Entry]] = {
    "role-words": RoleWordEntry,
    "connectives": ConnectiveEntry,
    "places": PlaceWordEntry,
    "triggers": TriggerEntry,
    "qualifiers": QualifierEntry,
    "speakers": SpeakerEntry,
    "people": PersonEntry,
    "outcomes": OutcomeEntry,
    "casualty-words": CasualtyWordEntry,
    "means": MeansEntry,
    "dates": DateEntry,
    "numbers": NumberEntry,
    "actor-words": ActorWordEntry,
    "link-words": LinkWordEntry,
    "claim-words": ClaimWordEntry,
    "claim-grammar": ClaimGrammarEntry,
    "names": NameEntry,
    "name-words": NameWordEntry,
    "public-people": PublicPersonEntry,
    "outlets": OutletEntry,
}
"""Folder under `resources/ar` to the schema of its entries."""
