"""Which answers are weighed for the toll and the day of an act."""

from __future__ import annotations

from datetime import date

import pytest

from marsad import gazetteer
from marsad.annotate import triggers
from marsad.events.casualties import toll_candidates
from marsad.events.dates import date_candidates
from marsad.frames import Context, assemble
from marsad.model.frame import Frame
from marsad.model.report import Report
from marsad.pipeline import annotate, prepare


def read(text: str, published_on: date = date(2024, 3, 20)) -> tuple[Context, tuple[Frame, ...]]:
    document = prepare(Report(report_id="t", text=text, published_on=published_on))
    annotations = annotate(document, triggers.find(document), gazetteer.load())
    frames = tuple(assemble(document, annotations.triggers))
    return Context.of(document, annotations, frames), frames


def tolls(text: str) -> set[int | None]:
    context, frames = read(text)
    found = toll_candidates(context, frames[0], "killed", "Armed clash")
    return {one.value.best if one.value is not None else 0 for one in found}


def days(text: str, head: str) -> set[date | None]:
    context, frames = read(text)
    frame = next(frame for frame in frames if head in context.document.quote(frame.first, frame.stop))
    return {one.value.start for one in date_candidates(context, frame)}


def test_losses_of_three_parts_may_be_one_toll() -> None:
    """The dead of both sides and the passers-by are weighed each, in pairs, and all together."""
    told = tolls("اشتباكات أسفرت عن مقتل تسعة مسلحين وسقوط خمسة جنود ومصرع مدني برصاص طائش")
    assert {0, 9, 5, 1, 14, 15} <= told


def test_nobody_hurt_is_told_apart() -> None:
    """ "دون معلومات عن خسائر" in the act's own stretch speaks for no toll."""
    context, frames = read("قصفت المدفعية محيط القرية دون معلومات عن خسائر بشرية")
    none = toll_candidates(context, frames[0], "killed", "Shelling/artillery/missile attack")[0]
    assert "none|unharmed=True|inside=False" in none.features


def test_evening_may_be_that_of_the_day_told_before() -> None:
    """ "مساءً" may be publication's evening or that of the day of the sentence before."""
    told = days("هاجم مسلحون الحاجز يوم الاثنين. ثم قصفت الطائرات القرية مساءً", "قصفت")
    assert {date(2024, 3, 18), date(2024, 3, 20)} <= told


def test_act_before_the_news_is_counted_back_from_it() -> None:
    """ "بعد يومين من غارة": the raid lies two days before the news."""
    told = days("بعد يومين من غارة جوية على البلدة نفذت مروحيات إنزالاً مساء اليوم", "غارة")
    assert date(2024, 3, 18) in told


@pytest.mark.parametrize(
    ("text", "head", "day"),
    [
        ("وصلت لجنة بعد أسبوع على قصف المدينة", "قصف", date(2024, 3, 13)),
        ("وصلت لجنة بعد أسبوعين من مقتل ستة جنود في انفجار لغم", "انفجار", date(2024, 3, 6)),
        ("وصلت لجنة بعد مرور شهر على غارة جوية", "غارة", date(2024, 2, 20)),
        ("بدأ الاقتراع الأحد، بعد يومين من محاولة اغتيال مرشح", "اغتيال", date(2024, 3, 15)),
        ("وصلت لجنة بعد ثلاثة أيام فقط من قصف المدينة", "قصف", date(2024, 3, 17)),
    ],
)
def test_weeks_and_months_are_counted_back_too(text: str, head: str, day: date) -> None:
    """From the news, or the day told of them; a toll may stand between the words and the act."""
    assert day in days(text, head)


def test_what_dates_the_news_does_not_date_the_act_before_it() -> None:
    """ "قال الوزير الاثنين ... بعد أسبوع على قصف": the shelling was on no Monday."""
    told = days("قال الوزير الاثنين إن لجنة وصلت بعد أسبوع على قصف المدينة", "قصف")
    assert date(2024, 3, 11) in told
    assert date(2024, 3, 18) not in told


def test_who_is_freed_was_not_taken_on_a_day_of_its_own() -> None:
    """ "أفرجت عنه بعد أسبوع من اعتقاله" is news of a release."""
    assert date(2024, 3, 13) not in days("أفرجت الشرطة عن معلم بعد أسبوع من اعتقاله", "اعتقاله")


def test_themes_part_an_act_from_what_follows() -> None:
    """ "فيما" starts a new theme; what stands before it is nearer."""
    context, frames = read("قصفت المدفعية القرية مساء أمس، فيما قُتل عنصران بانفجار لغم قرب البلدة")
    toll = context.annotations.casualties[0]
    assert context.clauses_between(frames[0].head.first, toll.first) == 1
    assert context.acts_between(frames[0], toll) == 0
