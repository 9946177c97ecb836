"""One toll that two sources count otherwise."""

from datetime import date

import pytest

from marsad.events.rival_tolls import rivals_of
from marsad.model.quantity import Estimate
from marsad.model.report import Report
from marsad.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، بينما تحدث ناشطون عن ثمانية قتلى.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، فيما قدّر ناشطون العدد بثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس.\nلكن المرصد قال إن عدد القتلى بلغ ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إن عدد القتلى ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، بحسب المرصد.\nوقالت وكالة سانا إن القتلى ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس بحسب المرصد، وقال الدفاع المدني ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إنهم ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وذكرت شبكة محلية أن عددهم ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، والمرصد يقول إنهم ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وبحسب وزارة الصحة فإنهم ثمانية.", [8]),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إنهم ثلاثة أطفال وامرأتان.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إنهم من عائلة واحدة.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس.\nوقال المرصد عن المهاجمين إنهم ثمانية.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إن ثمانية أصيبوا.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، وقال الدفاع المدني إن ثمانية منازل دُمرت.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، فيما أصيب ثمانية.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، فيما قال ناشطون إن ثمانية جنود قتلوا.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس، فيما قال ناشطون إن غارة على سرمين قتلت ثمانية أشخاص.", []),
        ("قُتل خمسة مدنيين بقصف على أريحا أمس.\nوقال ناشطون إن ثمانية أشخاص قتلوا.", []),
    ],
)
def test_another_source_counts_the_same(see, text: str, counted: list[int]) -> None:
    """It turns from the first or names the count, and tells no act and no other people."""
    assert [rival.estimate.best for rival in rivals_of(see(text).context)] == counted


@pytest.mark.parametrize(
    ("told", "killed"),
    [("خمسة", Estimate(5, 5, 8)), ("ما لا يقل عن خمسة", Estimate(5, 5, 8)), ("عشرة", Estimate(8, 10, 10))],
)
def test_the_first_count_is_the_best(told: str, killed: Estimate) -> None:
    """The other one makes it as wide as both, and its words are evidence."""
    text = f"قُتل {told} مدنيين بقصف مدفعي لقوات النظام على مدينة أريحا أمس، بينما تحدث ناشطون عن ثمانية قتلى."
    (event,) = Coder().code(Report(report_id="r", text=text, published_on=date(2019, 8, 3))).events
    assert event.killed == killed
    assert "ثمانية قتلى" in [each.quote for each in event.evidence if each.field == "killed"]
