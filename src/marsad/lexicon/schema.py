"""What an entry of each kind of resource file must say: the one schema, for people and for editors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from marsad.lexicon.entry import CompanyEntry, Entry
from marsad.lexicon.name_schema import ContactWordEntry, NameEntry, NameGrammarEntry, NameWordEntry, PublicPersonEntry

__all__ = ["KINDS"]


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
    ("مضيفا"), another-source ("فيما") and others that their notes explain; and in credits medium ("وكالة"),
    outlet-kind ("صفحة"), outlet-word ("نيوز": in many names), reporting ("ذكرت"), credit-opener ("نقلا"), agency
    ("رويترز": others have their words from it).
    """

    role: Literal[
        "speaker", "saying", "according", "act", "filler", "of-statement", "ends-speaker", "another-source",
        "medium", "outlet-kind", "outlet-word", "reporting", "credit-opener", "agency",
        "relays-of", "learns-from", "speaks-up", "moves", "its-turn", "another-one", "in-it", "about", "that",
        "source-noun", "blame", "published", "office", "supposed", "that-they", "relative", "no-speaker", "takes-upon",
        "issues", "relayed-from", "learned-from", "statement", "to-that", "had-so", "as-for", "had", "inside-a-body",
        "in-the-name", "media-at-large", "body-kind", "opens-a-person",
        "opens-clause", "aside-of-two", "staff", "half", "between", "done-to",
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
        "double-fraction", "percent", "plural-scale", "between", "between-what", "range-to", "range-from",
        "teen-follower", "counting-one", "thousand-or-two", "past", "number-noun",
    ]  # fmt: skip
    value: int | None = None


class CasualtyWordEntry(Entry):
    """Words around outcome words: what ends or joins the naming of victims, counts a toll, or denies one."""

    role: Literal[
        "stop", "weekday", "subset", "adding", "company", "other", "one-of", "several", "all", "count", "reach",
        "plural", "named-after", "total", "since", "long-since", "found", "absence", "negation", "negated", "age",
        "sudden", "attempt", "not-name", "armed-group", "band",
        "one-of-them", "aside", "home", "not-people", "lacking",
        "part-of-day", "day", "not-victim", "kin", "stayed", "member", "national", "charge", "name-opening",
        "single-victim", "captive", "grip", "self", "hospital", "family-or-grip",
        "preposition", "break", "link", "whoever", "closes-place", "with-him", "of-them", "cause", "course",
        "after-several", "two", "case", "out-of", "their-number", "its-number", "pair", "own-dead", "ailing",
        "each-side", "death", "meets-death", "life-lost", "loses", "both-fates", "finishes", "own-nun",
        "ago", "pointing", "held", "of-whom", "one-man", "begun", "war", "lasting", "ranked", "striking", "numbered",
        "of-wounds", "survived", "they-are",
        "of", "and-of", "upon", "had", "already", "that", "joins-verb", "at-least", "who", "office-link", "they",
        "versus", "so-has", "falls", "alongside", "with-someone", "before-sudden", "tonight", "therein", "kunya",
        "between", "cases", "one", "each-of", "of-each", "among-ranks", "up-to", "until", "earlier-toll",
        "case-kin",
        "daughter",
        "any", "own-ta",
        "brought-in", "freeing", "struck-him", "into",
        "happened", "slain", "his-death", "wound", "last-of", "those-who", "felled-him",
        "below-officer", "at-least-of", "each-named", "and-one-of", "counted-one", "another-one", "two-others",
        "august", "his-brother", "man-or-men",
        "rise", "dead-of",
    ]  # fmt: skip


class MeansEntry(CompanyEntry):
    """Weapons and means that decide a type: "مدفعية", "طيران مسير", "عبوة ناسفة"; "none" for look-alikes."""

    means: str


class ActorWordEntry(Entry):
    """Words around the names of actors.

    `role` is: force ("قوات"), weapon ("طائرة مسيرة"), act ("قصف"), modifier ("جوية"), member ("عناصر"),
    soldier ("جندي": of a state when a demonym follows), demonym ("تركي"), accusative ("تركيا" in "هجوما تركيا"),
    country ("تركيا", "أنقرة"), place ("حلب"), body ("قنصلية": opens the name
    of a body without arms), generic ("التنظيم"), blank (never an actor: "المرصد السوري") or backer ("أنقرة": groups
    of no name that it backs are of `fallback`).
    A demonym, country or place names its ISO code. A generic word points back to an actor whose category, code or
    id is in `refers`, or whose name starts with the same noun; else it is the actor of `fallback` for where
    the report plays ("*" for anywhere; "state" for the state's forces).
    """

    role: Literal[
        "force", "weapon", "act", "modifier", "member", "soldier", "demonym", "accusative", "country", "place",
        "body", "generic", "blank", "backer",
    ]  # fmt: skip
    country: str | None = None
    refers: tuple[str, ...] = ()
    fallback: dict[str, str] = Field(default_factory=dict)
    optional: bool = False
    """A generic word that is no mention when nothing resolves it: "الهيئة" may be any board."""


class DateEntry(Entry):
    """Words of time expressions. `role` is their part in the grammar of dates, `value` what they stand for.

    `count` is 1 for a singular unit, 2 for a dual, 0 for a plural. A weak word needs a day, a year or a word
    such as شهر beside it: "مارس" is March and also a verb. A rank ("الأعنف") is no part of a date: what is told since
    when an act is but the heaviest is no time of the act. So are words beside a time, whose notes say what they
    do: paper ("قناة" before اليوم), planned ("المقررة"), called-date ("ميدان" before "22 مايو"), fraction ("نصف", its
    value in sixtieths) and the like.
    """

    role: Literal[
        "month", "hijri-month", "weekday", "weekday-bare", "day", "unit", "part", "modifier", "edge", "season", "feast",
        "number", "ordinal", "ago", "since", "after", "during", "each", "lasting", "clock", "about", "year-word",
        "month-word", "day-word", "this", "hijri", "gregorian", "habit", "anaphor", "rank",
        "paper", "today-told", "called-weekday", "called-date", "planned", "vague-length", "day-adverb", "early-late",
        "nightly", "done-by-night",
        "length-told",
        "fraction", "hour-fraction", "few", "before-period", "before-year", "before-month", "of-date", "of-day",
        "before-tomorrow", "to", "till",
        "up-to", "from", "two-days", "hours-of", "time-of", "behind-hour", "just-past", "tonight", "night-before",
        "next-one", "same-one", "that", "comes", "up-to-today", "of-office",
        "part-of", "inside", "less", "few-of", "one", "upon", "in-a-row", "as-written", "greeting", "two-years", "last",
        "last-one", "first-one", "since-of-rank", "within-of-rank", "the-morrow", "teen", "the-general", "night-to",
        "of-the-night", "spoken-ago", "that-one", "only", "after-what", "passing", "in-length", "hours-since",
        "someone", "the-maghreb",
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
    river tells a bank from the West Bank; points-back ("المدينة") is of a place named before, of one of `features`;
    stands-for ("القطاع") of one that the report need not name, where no word but land-told ("المحاصر") follows.
    """

    role: Literal[
        "type", "near", "direction", "part", "admin", "road", "side", "site",
        "owner", "distance", "starter", "located", "size", "age", "tail", "site-adjective", "kind-told", "river",
        "locative", "seat", "left-out", "for-refugees", "written-otherwise", "points-back", "named-so", "look-alike",
        "distance-from", "inside", "city-told", "upon", "zone", "bank", "never-behind-lam", "points-to-many",
        "stands-for", "land-told", "the-town", "body-head", "body-word", "adverb-too",
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
        "member-link", "former", "backing", "backed", "backed-people", "loyal", "sides-with", "supports", "group-kind",
        "former-man", "retired",
        "before-land", "against-land", "suffering", "victim-before", "home-force", "state-corps", "strikes",
        "strikes-behind", "strikes-ahead", "assails", "touched", "agreement", "told-time",
        "before-act", "act-manner", "past-verb", "scope-end", "settlement", "outskirt", "clan",
        "was", "was-two", "already", "before-year", "by-hand", "clause-opening", "temper",
        "not-body-name", "lam-first", "ruling-body", "not-dual", "not-number", "moves-to", "since-year",
        "harm", "without", "had-been", "among-them", "people-plural", "verb-opening", "others", "air-guard",
        "out-of", "alongside", "onto", "party", "occupier", "foe", "between", "and-between", "with-or-against",
        "no-agent", "who-suffers", "attack-noun", "of-rockets", "waiting", "relief", "in-reply", "opens-with-wa",
        "unknowing", "not-known", "doer", "unknown", "otherwise", "counted-people", "and-that", "replying",
        "presence", "fired-from", "post-too", "some-of", "protested", "holds-up", "keeps", "vehicle", "cargo",
        "before-vehicle", "rider", "saw", "by-fire", "takes", "shot", "managed", "taking", "upon-it",
        "relative", "managed-to",
    ]  # fmt: skip


class LinkWordEntry(Entry):
    """Wording that says how a report stands to earlier ones: one more act ("again"), or news of one ("follow-up").

    And what tells acts of one kind apart, by a `value` for each kind: what was hit ("سوق": target) and when ("بعد
    العشاء": hour, beside the parts of the day among `dates`); nouns before the name of a spot ("دوار": head), words
    by which an act lies beside something ("قرب": beside), vehicles that are weapons ("سيارة مفخخة": weapon, no
    target), and what sums up a day ("أحياء عدة": sum). Beside them words behind such a noun that name no spot
    ("شرقي": no-name), and words before what was not hit: where people were brought ("إلى": brought), and in which
    hospital they lie ("في": inside).
    """

    role: Literal[
        "again", "follow-up", "target", "hour", "head", "beside", "weapon", "sum", "no-name", "brought", "inside"
    ]
    value: str | None = None


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
        "perfect", "rate", "share", "does-again", "has-change", "no-more", "whole-month", "area", "unit-word", "into",
        "loyal", "about", "body-of", "led-by", "long-war", "vessel", "earlier-one", "itself", "went-by", "until-now",
        "town-part", "until-today", "as-far-as", "now-spoken", "contested",
        "middle", "performs", "smoke", "numbered", "sniping",
        "amounting", "gets-killed", "loses", "goes-on-telling", "alone", "its-part", "rubble", "costs",
        "lasted", "ended", "vehicle", "strikes", "its-number", "its-lands", "side-of-land", "zone-told", "movement",
        "the-road", "because", "border", "among-them", "strife",
        "seized", "set-free", "exchange", "use-of", "per-unit", "war-begun", "state-body", "site-of", "brought",
        "its-outbreak", "slain", "displaced", "its-pace", "comprises", "clears", "phenomenon", "facing", "number-told",
        "these-ones", "remnant", "the-part", "the-side", "focused", "barrier", "sets-up", "coming", "in-contrast",
        "this-spoken", "its-soil", "victims", "base-told", "that-length", "capital", "accused", "marches", "alike",
        "there", "there-is", "most-of", "held-by", "rules", "toward",
        "few-told", "becomes", "assails", "its-then", "since-then", "its-date", "campaign", "sets-about", "leaves",
        "hands-over", "their-kin", "worst-of-them", "amounts-to", "ex-one", "falls-dead", "at-war", "adds-to",
        "followers", "common-noun", "where", "zones", "in-that", "a-day", "set-against",
        "and-of", "in-or-of", "from-or-between", "length-of", "of-it", "ahead-of", "apart-in-time", "a-month",
        "the-month", "one-only", "a-year", "entire", "hours", "chapter", "the-first", "the-first-one", "first-days",
        "as-for", "by-itself", "in-a-length", "the-day-before", "this-or-these", "that-one", "the-span",
        "of", "to", "onto", "away", "above", "in", "and-in", "after", "with", "throughout", "since-told", "whatever",
        "who-or-what", "between", "already", "having", "that-told", "that-it", "every", "taken-from", "than",
        "in-them", "killing", "for-rights", "day-told", "by-it", "likewise", "and-was", "lost-or-had", "suffers",
        "on-them", "seizure", "bordering", "including", "cause-road", "cause-of", "he", "the-capital", "the-strip",
        "the-region", "the-area", "the-city", "the-base", "under-way", "for-the-time", "shooting", "one-killed",
        "wounding", "rather", "amid", "the-zones", "march-or-drone",
    ]  # fmt: skip
    sub_event_type: str | None = None
    """What a weapon tells of the acts counted."""
    features: tuple[str, ...] = ()
    """The kinds of place that a word such as "المدينة" may point back to."""


class PageWordEntry(Entry):
    """Words that outlets and channels put around a report: links, calls to share, captions, credits, datelines.

    Forms stand at the start of a line unless the note of the entry says otherwise.
    """

    role: Literal[
        "related", "read-also", "read-more", "share", "shared", "share-line", "caption", "caption-end", "counter",
        "counted", "rights", "channel", "do-not-forget", "reaction", "pass-on", "posted", "you-can", "offered",
        "opinion", "speaks-for", "alone", "share-end", "stamp", "taken-from", "from-outlet", "source-head", "byline",
        "own-report", "outlet", "dateline", "dateline-letters", "this", "behind-initial",
    ]  # fmt: skip


class OutletEntry(Entry):
    """Outlets whose readers are of one country (`country`, ISO 3166): a name that is ambiguous is meant there."""

    country: str = Field(pattern=r"^[A-Z]{2}$")


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
    "name-grammar": NameGrammarEntry,
    "contact-words": ContactWordEntry,
    "public-people": PublicPersonEntry,
    "outlets": OutletEntry,
    "page-words": PageWordEntry,
}
"""Folder under `resources/ar` to the schema of its entries."""
