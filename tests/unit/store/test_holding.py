"""Reports are found by wordings with all that grammar makes of them, the newest first."""

from __future__ import annotations

from datetime import date

from marsad.model.report import Report
from marsad.store import Keeping
from marsad.store.holding import holding, made_by_people, reports_of

TEXTS = (
    ("a", 1, "قصفت الطائرات القرية"),
    ("b", 3, "وبالقصف العنيف"),
    ("c", 2, "هدوء حذر"),
    ("d", 4, "نسور الضفة الشرقية"),
)


def test_the_newest_that_hold_a_wording(store):
    """Verbs in all persons, nouns behind what is written onto them, and names of several words."""
    store.keep(
        [
            Keeping(report=Report(report_id=name, headline="", text=words, published_on=date(2024, 1, day)))
            for name, day, words in TEXTS
        ]
    )

    def found(*wordings, most=10):
        with store.reading() as connection:
            return [one.report_id for one in reports_of(connection, holding(connection, wordings, most=most))]

    assert found(("قصف", "verb")) == ["b", "a"]
    assert found(("نسور الضفة", "fixed"), ("قصف", "verb")) == ["d", "b", "a"]
    assert found(("نسور الضفة", "fixed"), ("قصف", "verb"), most=1) == ["d"]
    assert found(("الضفة الغربية", "fixed")) == found() == []
    with store.reading() as connection:
        assert made_by_people(connection, holding(connection, [("قصف", "verb")], most=5)) == 0
