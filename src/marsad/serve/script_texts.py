"""What the scripts of the pages say, by short names: translated here, so that they hold no words themselves."""

from __future__ import annotations

from functools import lru_cache

from marsad.serve.catalogues import later, later_counted
from marsad.serve.locale import Locale

__all__ = ["TEXTS", "script_texts"]

_REMEMBERED = 16

TEXTS: dict[str, str | tuple[str, str]] = {
    "comma": later(", "),
    "none": later("nobody named"),
    "not_told": later("not told"),
    "unplaced": later("unknown place"),
    "place_page": later("Its page"),
    "undated": later("unknown day"),
    "event": later("Event %(number)s of %(total)s"),
    "accepted": later("right"),
    "rejected": later("no event: will be taken out"),
    "changed": later("changed"),
    "new": later("new"),
    "sure": later("%(percent)s likely"),
    "why": later("Why"),
    "rule": later("Rule"),
    "entries": later("Entries"),
    "note": later("Note"),
    "by_person": later("set by a person"),
    "no_words": later("No words are named for this field."),
    "edit": later("Change"),
    "set_words": later("Take the selected words for this field"),
    "no_selection": later("Select words in the report first."),
    "words_set": later("The words are taken for: %(field)s."),
    "accept": later("Right"),
    "reject": later("Not an event"),
    "keep": later("An event after all"),
    "split": later("Split"),
    "merge": later("Join with the next"),
    "nothing_to_merge": later("There is no next event to join with."),
    "saving": later("Saving…"),
    "saved": later("Saved. Press N for the next report."),
    "undone": later("Taken back."),
    "unsaved": later("Changes are not saved yet. Press Ctrl and Enter to save them, Z to take them back."),
    "other_person": later(
        "Now %(name)s is signed in here, in whose name this would be kept. Sign in again, then save once more."
    ),
    "offline": later("The server cannot be reached. Nothing was lost: try again."),
    "search": later("Search"),
    "no_match": later("Nothing is called that."),
    "use_as_written": later("Use as written: %(name)s"),
    "publication_day": later("the day of publication"),
    "days_before": later_counted("%(days)s day before", "%(days)s days before"),
    "low": later("At least"),
    "best": later("Best figure"),
    "high": later("At most"),
    "precision": later("How precise"),
    "first_day": later("First day"),
    "last_day": later("Last day"),
    "name": later("Name"),
    "kind": later("Kind"),
    "add": later("Add"),
    "remove": later("Remove %(name)s"),
    "done": later("Done"),
    "cancel": later("Cancel"),
    "bad_count": later("Write figures in digits, from low to high; at least one is needed."),
    "bad_day": later("Write days as 2024-03-20, the first one first."),
    "no_events": later("No event is coded in this report."),
    "uncoded": later("This report is not coded yet."),
    "word_mode": later(
        "Choosing words: arrows move, Shift and arrows extend, a letter takes them for its field, Esc ends."
    ),
    "comment": later("Comment"),
    "harm": later("Harm"),
    "civilians_more": later(
        "More civilians killed than people killed: check both figures. Civilians are among the killed."
    ),
    "range": later("%(low)s to %(high)s"),
    "at_least": later("at least %(low)s"),
    "at_most": later("at most %(high)s"),
    "about": later("about %(best)s"),
    "best_of": later("%(best)s (%(bounds)s)"),
    "map_keys": later(
        "Map. Arrows move it, plus and minus bring it closer or farther; the list beside it shows the same."
    ),
    "incidents": later("Incidents"),
    "close": later("Close"),
    "choose": later("Type to search, arrows to move, Enter to choose, Esc to leave"),
    "choose_by_touch": later("Type to search, tap to choose"),
}


_FORMS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""The plural forms by their names in browsers (CLDR's), each with a number that has it in Arabic and English."""


@lru_cache(_REMEMBERED)
def script_texts(locale: Locale) -> dict[str, str | dict[str, str]]:
    """Return the texts in a language; one that counts in all its plural forms."""
    return {
        name: locale.text(text)
        if isinstance(text, str)
        else {form: locale.catalogue.ngettext(*text, number) for form, number in _FORMS.items()}
        for name, text in TEXTS.items()
    }
