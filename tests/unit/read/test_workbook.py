"""Excel workbooks of reports: columns named as those of CSV, cells as Excel keeps them."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from marsad.read import read
from marsad.read.columns import columns_of


def workbook(*sheets, **more):
    """Return a workbook of sheets, each a list of rows; `more` are sheets by name."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in [*((f"Sheet{number}", rows) for number, rows in enumerate(sheets, 1)), *more.items()]:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


HEAD = ["المعرف", "التاريخ", "العنوان", "النص", "المصدر"]


def test_rows_become_reports(folder):
    """Names in Arabic or English, as for CSV; a number is its digits, a date its day, a moment its moment."""
    rows = [
        HEAD,
        [7, date(2024, 3, 20), "عنوان", "قُتل شاب أمس.\nوأصيب آخر.", "شبكة النهر"],
        ["b", "20 آذار 2024", None, "اعتقل شاب.", None],
        [None, datetime(2024, 3, 20, 22, 10), "", "أصيب شاب.", ""],  # noqa: DTZ001 - as Excel has it
    ]
    folder.write("تقارير.xlsx", workbook(rows))
    reports, problems = folder.read()
    assert problems == []
    assert [report.report_id for report in reports] == ["7", "b", "تقارير:4"]
    assert [report.published_on for report in reports] == [date(2024, 3, 20)] * 3
    assert (reports[0].headline, reports[0].text, reports[0].outlet) == (
        "عنوان",
        "قُتل شاب أمس.\nوأصيب آخر.",
        "شبكة النهر",
    )
    assert reports[2].published_at == datetime(2024, 3, 20, 22, 10)  # noqa: DTZ001


def test_a_day_without_its_format_is_a_day(folder):
    """Excel calls 20 March 2024 so, where nobody told it that the cell is a date; an id stays a number."""
    report = folder.one("a.xlsx", workbook([["id", "date", "text"], [45371, 45371, "قُتل شاب."]]))
    assert (report.report_id, report.published_on) == ("45371", date(2024, 3, 20))


@pytest.mark.parametrize(
    ("number", "day"),
    [("19999", None), ("20000", date(1954, 10, 3)), ("45371.9", date(2024, 3, 20)), ("80000", None), ("1e999", None)],
)
def test_a_number_that_counts_no_day_costs_its_row_only(folder, number, day):
    """Days of 1954 to 2119 are days; a smaller or larger number, also one that no computer holds, is told."""
    rows = [["id", "date", "text"], ["a", 45371.5, "قُتل شاب."], ["b", 45371, "قُتل شاب."]]
    folder.write("a.xlsx", _with(workbook(rows), SHEET, lambda part: part.replace(b"45371.5", number.encode())))
    reports, problems = folder.read()
    assert {report.report_id: report.published_on for report in reports} == {
        **({"a": day} if day else {}),
        "b": date(2024, 3, 20),
    }
    assert [problem.line for problem in problems] == ([] if day else [2])


def test_a_title_above_the_names_is_passed_over(folder):
    """Empty rows, too; what stands beside the named columns is no field and no fault."""
    rows = [["سجل التقارير"], [], ["id", "text", None], ["a", "قُتل شاب.", None, "ملاحظة"]]
    report = folder.one("a.xlsx", workbook(rows))
    assert (report.report_id, report.text) == ("a", "قُتل شاب.")


def test_every_sheet_with_a_text_column_is_read(folder):
    """One without is no report, as long as another has one; ids name the sheet from the second on."""
    rows = [["text"], ["قُتل شاب."]]
    path = folder.write("a.xlsx", workbook(rows, rows, مراجع=[["اسم"], ["ن"]]))
    found = list(read([path]))
    reports = [one for one in found if hasattr(one, "report_id")]
    assert [report.report_id for report in reports] == ["a:2", "a:Sheet2:2"]
    (other,) = [one for one in found if not hasattr(one, "report_id")]
    assert not other.lost
    assert "مراجع" in str(other.error)


def test_a_workbook_without_a_text_column_is_a_problem(folder):
    """File, row and sheet are named, and what the column may be called."""
    error = folder.problem("a.xlsx", workbook([[], ["رقم", "اسم"], [1, "ن"]]))
    assert (error.line, error.part) == (2, "sheet 'Sheet1'")
    assert "النص" in error.remedy
    assert "--columns" in error.remedy


def test_columns_may_be_told(folder):
    """As for CSV, with --columns."""
    path = folder.write("a.xlsx", workbook([["رمز", "الخبر"], ["x", "قُتل شاب."]]))
    (report,) = read([path], columns=columns_of("id=رمز,text=الخبر"))
    assert (report.report_id, report.text) == ("x", "قُتل شاب.")


def test_bad_rows_cost_themselves_only(folder):
    """A row without text and one with a day that is none are named with their numbers; errors of Excel are no text."""
    rows = [
        ["id", "date", "text"],
        ["a", None, "قُتل شاب."],
        ["b", None, "#REF!"],
        ["c", "غداً", "نص"],
        [],
        ["e", "", "نص"],
    ]
    folder.write("a.xlsx", workbook(rows))
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a", "e"]
    assert [problem.line for problem in problems] == [3, 4]


def test_signs_that_excel_writes_in_words_are_signs(folder):
    """Line ends come as _x000D_, and an underscore before such words as _x005F_."""
    text = folder.one("a.xlsx", workbook([["text"], ["سطر_x000D_\nسطر _x005F_x000D_"]])).text
    assert text == "سطر\nسطر _x000D_"


def _with(content, name, change):
    """Return a workbook with a member changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            part = before.read(info)
            after.writestr(info.filename, change(part) if info.filename == name else part)
    return written.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["id", "text"], *([f"r{number}", "قُتل شاب."] for number in range(5))]


def test_a_sheet_that_breaks_off_is_told(folder):
    """What stood before was read."""
    folder.write("a.xlsx", _with(workbook(ROWS), SHEET, lambda part: part[: len(part) - len(part) // 4]))
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["r0", "r1", "r2", "r3"][: len(reports)]
    assert "damaged" in problems[0].problem
    assert "sheet" in str(problems[0])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (_with(workbook(ROWS), SHEET, lambda part: b'<!DOCTYPE x [<!ENTITY a "aa">]>' + part), "document type"),
        (_with(workbook(ROWS), SHEET, lambda part: part + b" " * (16 * 2**20)), "unpacks into more"),
        (_with(workbook(ROWS), "xl/workbook.xml", lambda part: part[:40]), "damaged"),
        (workbook([]), "is empty"),
        (workbook(ROWS)[:-200], "ZIP"),
    ],
)
def test_what_is_no_workbook_is_refused(folder, content, problem):
    """Entities, bombs, damage and nothing at all: named with what to do."""
    error = folder.problem("a.xlsx", content)
    assert problem in error.problem
    assert error.remedy
