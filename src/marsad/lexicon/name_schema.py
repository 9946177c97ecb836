"""What an entry must say that tells of people's names: the names themselves, and words around them."""

from __future__ import annotations

from typing import Literal

from marsad.lexicon.entry import Entry

__all__ = ["ContactWordEntry", "NameEntry", "NameGrammarEntry", "NameWordEntry", "PublicPersonEntry"]


class ContactWordEntry(Entry):
    """Words beside what leads to one person: numbers ("هاتفه"), houses ("شقة"), ages ("البالغ"), initials ("الشابة").

    They are looked for in a text as it is, with a hamza or without. The note of each entry says what its role means.
    """

    role: Literal[
        "phone", "call", "identity", "account", "plate", "plated", "plate-told", "numbered", "vehicle",
        "behind-a-plate", "born-together", "area", "building",
        "dwelling-number", "street", "before-an-initial", "before-one-letter", "abbreviation",
        "age-told", "age-of", "age-years", "age-months", "age-in-words", "born", "birth-date", "year", "until",
        "own-address", "not-the-name",
        "and-above", "dwelling", "tower", "quarter", "floor", "between-parts", "number", "compass", "axis",
    ]  # fmt: skip


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
        "of-these", "of-age", "nicknamed", "so-called", "praise", "by-whom", "envoy", "press", "ruler",
    ]  # fmt: skip
    person: Literal["victim", "witness", "relative", "detainee", "poster", "minor", "other"] | None = None


class NameGrammarEntry(Entry):
    """Words that the rules about names ask about where they stand beside one: "للأوقاف" (portfolio), "أدناه"
    (signed-below). Unlike those of `name-words` they announce nobody, and may be names. The note of each entry says
    what its role means.
    """

    role: Literal[
        "office", "opens-a-role", "officer", "former-officer", "one-of", "chiefs", "portfolio", "cabinet", "vehicle",
        "leads-it", "led-together", "serves", "leads-verb", "led-body", "runs-it", "succeeds", "sheikh",
        "holds-office", "public-act", "public-deed", "confers", "with-whom", "and-rest", "of-a-great-one",
        "body", "whose-affairs", "named-after", "in-a-place-name", "where-a-saint", "sentence",
        "called-out", "statement", "known-as", "house-of", "dwelling", "also-office", "ruled-by",
        "said", "asks", "cut-off", "charged-with", "aged", "child-years", "signs", "signed-below", "tells-now",
        "quotes", "witnesses", "along-with", "home-of", "killer-of", "children-of", "two-small", "lives", "tens",
        "loses", "for-whom", "by-violence", "our-reporter", "marries",
        "one-of-them",
        "son", "foreign-house", "middle", "closing", "regnal", "servant-of", "of-his-names", "his-names",
        "kin-of-one", "family-of", "families-of", "residence", "no-home",
        "left-alone", "after-a-speaker", "no-last-name", "hour", "no-item", "names-told", "name-kind", "before-an-act",
        "before-a-place", "no-fate", "leaves-behind", "spoken-to", "thanks", "comes-forward", "eldest", "offspring",
        "artist",
        "that", "that-he", "who", "who-is", "he", "they", "preposition", "not", "upon", "to", "and-to", "from",
        "inside", "in-a-place", "has", "before-a-deed", "vocative", "each-of", "day", "part", "father", "mother",
        "the-mother", "servant", "servant-of-god", "god", "religion", "house", "bin", "wad", "ibn", "father-in-sudan",
        "owner", "may-open", "written-onto", "bou", "behind-b", "of-abroad", "article-abroad", "day-name",
        "chief-name", "star", "empty", "by-pen", "saint", "defends", "defence", "youth", "to-prison", "caliph",
        "prophet", "blessing", "last-ruler", "late", "parent", "by-hand", "found", "lawyer", "against", "testifies",
        "my-name", "at-school", "and-demands", "demanded", "polite", "name-of", "now", "with-one", "on-behalf",
        "between", "doers", "last-of-them", "also-a-town", "myself", "quoted-name", "sued", "elder", "town", "his-age",
        "years-of-two", "few", "mourned-by", "few-people", "case", "people-of", "spoken-of", "besides", "as-for",
        "eldest-of-them",
        "one-of-several", "knows-him", "by-the-nickname", "none-but", "its-name", "one-s-own-work", "of-origin",
        "signs-off",
    ]  # fmt: skip


class PublicPersonEntry(Entry):
    """People whom every reader knows, and people of the past: their names stay."""
