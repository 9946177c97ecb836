"""What is missing, in sentences and as an object: each figure where it belongs."""

from __future__ import annotations

from datetime import date

import pytest
from rich.console import Console

from marsad.analyse.reason import Reason
from marsad.missing.coverage import Covered
from marsad.missing.delay import Delays
from marsad.missing.estimate import ASSUMPTIONS, Missing
from marsad.missing.lists import Lists
from marsad.missing.loglinear import Averaged, Model
from marsad.missing.show import as_object, coverage_table
from marsad.missing.words import about_delays, about_estimate
from marsad.trends.panel import Panel
from marsad.trends.search import Search
from marsad.trends.weeks import Weeks

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
NAMES = ("مرصد الوادي", "شبكة النهر", "وكالة الضفاف")
MODELS = (
    Model(pairs=(), uneven=False, weight=0.5, number=612.0, chance=0.42),
    Model(pairs=((0, 2),), uneven=False, weight=0.25, number=640.4, chance=None),
    Model(pairs=(), uneven=True, weight=0.15, number=700.0, chance=0.5),
    Model(pairs=((0, 1), (1, 2)), uneven=True, weight=0.1, number=710.0, chance=0.9),
)
DELAYS = Delays(number=1200, early=3, last=LAST, longest=9, shares=(0.4, 0.7, 0.8, *[0.85] * 6, 0.95), raw=(0.45,) * 10)


@pytest.fixture
def told(weekly):
    return weekly([300], "مرصد الوادي")


@pytest.fixture
def found(told):
    """Make what `missing` found; what is given stands in place of an estimate that is whole."""

    def make(**fields):
        lists = Lists(
            names=NAMES, cells={(True, False, False): 200, (True, True, False): 40}, told=tuple(told), beside=0
        )
        panel = Panel(
            weeks=Weeks(last=LAST, now=13, before=13), sources=frozenset(NAMES),
            left_out={name: Reason("not named") for name in fields.pop("out", "")},
        )  # fmt: skip
        estimate = Averaged(number=625.6, low=580.2, high=690.7, even=0.31, models=MODELS)
        whole = {"estimate": estimate, "refused": (), "least": None, "doubts": ("A doubt.",)}
        return Missing(search=Search(name="x"), first=FIRST, last=LAST, told=tuple(told), panel=panel, lists=lists,
                       **{**whole, **fields})  # fmt: skip

    return make


def test_an_estimate_is_told_with_what_is_unseen_its_models_and_what_it_rests_on(found):
    """300 are on lists; the three models with the most weight are told, each with how well it fits."""
    assert list(about_estimate(found())) == [
        "From 2024-01-01 to 2024-06-30 the record has 300 incidents of the search.",
        "300 are on the lists of مرصد الوادي, شبكة النهر, وكالة الضفاف.",
        "About 626 happened (95 % interval 580 to 691): 326 (280 to 391) are on none of them.",
        "  50% of the weight: all independent: 612 (fit: p = 0.42).",
        "  25% of the weight: dependent are مرصد الوادي and وكالة الضفاف: 640.",
        "  15% of the weight: some told more readily: 700 (fit: p = 0.50).",
        "Read with care: A doubt.",
        "The number holds only if:",
        *(f"  - {assumption}" for assumption in ASSUMPTIONS),
    ]


def test_where_there_is_none_the_reasons_stand_and_what_is_certain_all_the_same(found):
    """A lower end, where there is one, with how many of it nobody tells."""
    refused = list(about_estimate(found(estimate=None, refused=("Two lists.",), doubts=())))
    assert refused[1:] == ["No estimate of what nobody tells:", "  - Two lists."]
    least = list(about_estimate(found(estimate=None, refused=("Unevenly told.",), least=340.4)))
    assert least[3:] == [
        "At least 340 happened (lower end of the interval of Chao's bound): 40 or more of them on none of the lists.",
        "Read with care: A doubt.",
    ]


def test_who_is_no_list_is_told_the_first_five_by_name(found):
    """And how many others there are."""
    assert list(about_estimate(found(out="ابت")))[1] == (
        "Not taken as lists: ا (not named); ب (not named); ت (not named)."
    )
    assert list(about_estimate(found(out="ابتثجح")))[1].endswith("ج (not named); and 1 more.")


def test_delays_are_told_as_corrected_and_as_they_stand():
    """On the day, by the next, within a week; when nine of ten are told, and what is wrong."""
    assert list(about_delays(DELAYS)) == [
        (
            "Delay from the event to the first report, of 1,200 incidents: 40% are told on the day, 70% by the next, "
            "85% within a week; nine of ten within 9 days."
        ),
        (
            "That is corrected for what the record of 2024-06-30 cannot show yet (uncorrected 45% on the day), among "
            "delays up to 9 days."
        ),
        "3 are told before their day: a day or a link is wrong there.",
    ]
    at_once = Delays(number=5, early=0, last=LAST, longest=1, shares=(1.0, 1.0), raw=(1.0, 1.0))
    assert next(iter(about_delays(at_once))).endswith("nine of ten on the day.")
    assert list(about_delays(at_once))[1:] == [
        (
            "That is corrected for what the record of 2024-06-30 cannot show yet (uncorrected 100% on the day), among "
            "delays up to 1 day."
        )
    ]
    assert list(about_delays(None)) == ["Delay: no incident has both a known day and a day of publication."]


def test_the_object_has_every_figure(found):
    """Cells with the most lists first; models with the names of lists; null for what cannot be said."""
    covered = [
        Covered(source=NAMES[0], ids=("i-1", "i-2", "i-3"), share=0.6, first=2, only=("i-3",), begins=FIRST, ends=LAST,
                within_a_day=0.66666),
        Covered(source=NAMES[1], ids=("i-1",), share=0.2, first=0, only=(), begins=None, ends=None, within_a_day=None),
    ]  # fmt: skip
    told = as_object(found(), covered, DELAYS)
    assert (told["from"], told["to"], told["incidents"], told["on_lists"]) == ("2024-01-01", "2024-06-30", 300, 300)
    assert told["lists"] == [
        {"source": NAMES[0], "incidents": 240}, {"source": NAMES[1], "incidents": 40},
        {"source": NAMES[2], "incidents": 0},
    ]  # fmt: skip
    assert told["cells"] == [{"on": list(NAMES[:2]), "incidents": 40}, {"on": [NAMES[0]], "incidents": 200}]
    estimate = told["estimate"]
    assert {name: estimate[name] for name in ("number", "low", "high", "even")} == {
        "number": 625.6, "low": 580.2, "high": 690.7, "even": 0.31,
    }  # fmt: skip
    assert estimate["models"][1] == {
        "dependent": [[NAMES[0], NAMES[2]]], "uneven": False, "weight": 0.25, "number": 640.4, "chance": None,
    }  # fmt: skip
    assert estimate["models"][0]["chance"] == 0.42
    assert told["coverage"] == [
        {"source": NAMES[0], "incidents": 3, "share": 0.6, "first": 2, "only": ["i-3"], "begins": "2024-01-01",
         "ends": "2024-06-30", "within_a_day": 0.6667},
        {"source": NAMES[1], "incidents": 1, "share": 0.2, "first": 0, "only": [], "begins": None, "ends": None,
         "within_a_day": None},
    ]  # fmt: skip
    assert told["delay"] == {
        "incidents": 1200, "early": 3, "longest": 9, "nine_of_ten": 9,
        "within": {"0": 0.4, "1": 0.7, "3": 0.85, "7": 0.85, "30": 0.95},
        "uncorrected": dict.fromkeys(("0", "1", "3", "7", "30"), 0.45),
    }  # fmt: skip
    none = as_object(found(estimate=None, refused=("Two lists.",), least=340.44), [], None)
    assert (none["estimate"], none["refused"], none["at_least"], none["delay"]) == (None, ["Two lists."], 340.4, None)
    open_end = Averaged(number=625.6, low=580.2, high=None, even=None, models=())
    assert as_object(found(estimate=open_end), [], None)["estimate"]["high"] is None
    assert as_object(found(estimate=open_end), [], None)["estimate"]["even"] is None


def test_the_table_has_fifteen_sources_and_a_row_for_the_others():
    """Theirs is what only they tell, not who is first, as two may be; a share that nobody knows is empty."""
    covered = [
        Covered(source=f"مصدر {number}", ids=("i-1", "i-2"), share=0.5, first=number, only=("i-1",), begins=FIRST,
                ends=LAST, within_a_day=None if number else 0.25)
        for number in range(17)
    ]  # fmt: skip
    console = Console(width=80)
    with console.capture() as capture:
        console.print(coverage_table(covered))
    lines = capture.get().rstrip().split("\n")[1:]  # the head has two lines
    assert len(lines) == 17
    assert lines[1].split() == ["مصدر", "0", "2", "50%", "0", "1", "2024-01-01", "2024-06-30", "25%"]
    assert lines[2].split()[-1] == "2024-06-30"
    assert lines[-1].split() == ["2", "more", "2"]
