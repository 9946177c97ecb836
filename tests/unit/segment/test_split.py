"""Where a sentence parts into clauses."""

from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def openers(text: str) -> list[str | None]:
    report = Report(report_id="t", text=text)
    return [clause.opener for clause in split(report, fold_text(report.source_text)).clauses]


def test_short_connective_behind_waw_opens_a_clause() -> None:
    """ "وفي سياق متصل" and "ومن جهة أخرى" open clauses, though "وفي" and "ومن" are short."""
    text = "أصيب حارس برصاص، وفي سياق متصل أوقفت الشرطة شاباً، ومن جهة أخرى انفجر لغم."
    assert openers(text) == [None, "في سياق متصل", "من جهه اخري"]


def test_comma_and_waw_open_a_clause() -> None:
    """A comma followed by و parts two acts; و inside a list of names does not."""
    assert openers("قصفت المدفعية القرية، واعتقلت دورية ثلاثة شبان") == [None, "و"]
    assert openers("قصفت المدفعية قريتي تل وردان وأم الخير") == [None]


def test_another_place_after_a_comma_opens_a_clause() -> None:
    """ "، وفي بلدة ..." tells on of somewhere else; a word as short as "وهو" tells on of the same."""
    assert openers("أطلق ملثم النار على شرطي في السوق، وفي المزرعة انفجرت قنبلة") == [None, "و"]
    assert openers("انفجرت قنبلة في المزرعة، وهي ملك عائلة من البلدة") == [None]


def test_preposition_alone_opens_nothing() -> None:
    """ "وفي بلدة" is no connective."""
    assert openers("أصيب طفل في البلدة وفي محيطها") == [None]


def test_initial_of_a_name_ends_no_sentence() -> None:
    """The full stop of "باسل ن." ends nothing where an age or a preposition follows; elsewhere it does."""

    def sentences(text: str) -> int:
        report = Report(report_id="t", text=text)
        return len(split(report, fold_text(report.source_text)).sentences)

    assert sentences("خطف الشاب باسل ن. (22 سنة) من قبل مسلحين") == 1
    assert sentences("سحبت دورية الطبيب مروان ع. من عيادته") == 1
    assert sentences("أوقفت دورية المدعو مروان ع. وانفجر لغم في البلدة") == 2
