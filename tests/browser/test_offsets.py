"""Words on the page and offsets in the record: the same, whatever signs stand before them."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from tests.web import REPORTS, events_of

HARD = REPORTS[2]  # emoji, marks on letters, Latin inside, an id with a slash


def select(page, start, end):
    """Select code points of the report by the ranges that the page itself has for them."""
    page.evaluate(
        """async ([start, end]) => {
            const path = document.querySelector('script[src*="report.js"]').src.replace("report.js", "offsets.js");
            const { rangesOf } = await import(path);
            const ranges = rangesOf(start, end);
            const selection = document.getSelection();
            selection.removeAllRanges();
            selection.setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset,
                                       ranges.at(-1).endContainer, ranges.at(-1).endOffset);
        }""",
        [start, end],
    )


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.report_id)
def test_the_page_holds_the_report_sign_for_sign(visit, report):
    """Headline, line feed, text on the page are those of the report, and marking them changes nothing."""
    page = visit("coder").open(f"/reports/{quote(report.report_id, safe='')}")
    page.wait_for_selector("#events > *")
    shown = page.evaluate(
        "['headline', 'text'].map((id) => document.getElementById(id)).filter((one) => !one.hidden)"
        ".map((one) => one.textContent).join('\\n')"
    )
    assert shown == report.source_text


def test_marks_stand_on_the_words_of_their_field(visit, store):
    """What the browser marks for the place is what the record quotes for it."""
    page = visit("coder").open(f"/reports/{quote(HARD.report_id, safe='')}")
    page.wait_for_selector(".event")
    page.keyboard.press("ArrowDown")
    (event,) = events_of(store, HARD.report_id)
    for field, style in (("place", "where"), ("date", "when")):
        quotes = [part["quote"] for part in event["evidence_fields"] if part["field"] == field]
        marked = page.evaluate(f"[...CSS.highlights.get('f-{style}')].map(String)")
        assert marked == quotes
        assert quotes


@pytest.mark.parametrize("words", ["Su-24", "مَدَنِيّانِ", "روسية من نوع", "الدفاع المدني", "🛩️"])
def test_words_selected_are_the_words_kept(visit, store, words):
    """Selected in the browser after emoji, with marks on letters, in Latin: the record quotes exactly those words."""
    start = HARD.source_text.rindex(words)
    page = visit("coder").open(f"/reports/{quote(HARD.report_id, safe='')}")
    page.wait_for_selector(".event")
    select(page, start, start + len(words))
    page.keyboard.press("u")
    with page.expect_response("**/coding/**"):
        page.keyboard.press("Control+Enter")
    (event,) = events_of(store, HARD.report_id)
    (part,) = [part for part in event["evidence_fields"] if part["field"] == "status"]
    assert (part["start"], part["end"], part["quote"]) == (start, start + len(words), words)
    assert part["rule_id"] == "person"


def test_a_selection_by_mouse_loses_its_blanks(visit, store):
    """A double click takes a word; the blank that some systems add to it does not count."""
    page = visit("coder").open("/reports/r1")
    page.wait_for_selector(".event")
    text = REPORTS[0].source_text
    start = text.index("سوق بلدة")
    select(page, start - 1, start + len("سوق "))
    page.keyboard.press("b")
    with page.expect_response("**/coding/**"):
        page.keyboard.press("Control+Enter")
    (event,) = events_of(store, "r1")
    assert event["evidence"] == "سوق"
