"""A report that another coder's answers stand for, in the workbench."""

from datetime import date

from tests.web import fetched

from marsad import gazetteer
from marsad.adopt import AnswerCoder, Answers
from marsad.cli.stores import coded_by
from marsad.export.record import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import Keeping

REPORT = Report(report_id="answered", text="اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", published_on=date(2023, 5, 3))
ANSWER = {
    "sub_event_type": "Abduction/forced disappearance",
    "side1": ["sdf"],
    "evidence": "اعتقلت قسد أربعة أشخاص",
    "words": {"side1": ["قسد"]},
    "confidence": 0.8,
}


def test_pages_tell_who_coded(store, browser):
    """The answers count, by the name of who gave them; marsad's own coding stays beside them, in both languages."""
    fetched("pages")
    answered = AnswerCoder(name="model 1", answers=Answers(events={"answered": [ANSWER]}), gazetteer=gazetteer.load())
    for coder in (Coder(), answered):
        record = to_record(coder.code(REPORT), report=REPORT, gazetteer=coder.gazetteer.name)
        list(store.keep([Keeping(report=REPORT, record=record)], coded_by(coder)))
    page = browser("editor").get("/reports/answered")
    assert page.status_code == 200
    assert "Abduction" in page.text
    for language, by_marsad in (("en", "marsad 0.1.0"), ("ar", "مرصد 0.1.0")):
        history = browser("editor", language=language).get("/history/answered")
        assert history.status_code == 200
        assert "<bdi>model 1</bdi>" in history.text
        assert by_marsad in history.text
