from datetime import date


def test_rows_become_reports(folder):
    """Columns are named as the JSON keys are, in any order; cells may hold commas and line feeds."""
    folder.write("a.csv", 'date,text,id,title\n2024-03-20,"نص, فيه فاصلة\nوسطر",r1,عنوان\n,نص آخر,r2,\n')
    reports, problems = folder.read()
    assert problems == []
    assert [report.report_id for report in reports] == ["r1", "r2"]
    assert reports[0].text == "نص, فيه فاصلة\nوسطر"
    assert reports[0].published_on == date(2024, 3, 20)
    assert reports[1].published_on is None


def test_semicolons_and_tabs_part_columns(folder):
    """Spreadsheets in Arabic settings write semicolons; a .tsv file has tabs."""
    assert folder.one("a.csv", "\ufeffid;text\nr1;نص").text == "نص"
    assert folder.one("b.tsv", "id\ttext\nr1\tنص").text == "نص"


def test_arabic_column_names_are_known(folder):
    """العنوان, النص and التاريخ name columns, too."""
    report = folder.one("a.csv", "المعرف,العنوان,النص,التاريخ\n5,ع,نص,20 آذار 2024\n")
    assert (report.report_id, report.headline, report.text, report.published_on) == ("5", "ع", "نص", date(2024, 3, 20))


def test_a_table_without_a_text_column_is_a_problem(folder):
    """The remedy names the columns that would do."""
    error = folder.problem("a.csv", "id,name\n1,x\n")
    assert (error.line, "text, body, content" in error.remedy) == (1, True)


def test_bad_rows_cost_themselves_only(folder):
    """A row too long, a row without text and a row of other bytes are named with their lines."""
    folder.write("a.csv", "id,text\na,نص\nb,نص,زائد\nc,\n".encode() + b"d,K\xf6ln gr\xf6\xdfer\n" + "e,نص\n".encode())
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a", "e"]
    assert sorted(problem.line for problem in problems) == [3, 4, 5]


def test_an_open_quotation_is_told(folder):
    """A cell that is never closed is named with the line where it opens, and does not pass for a long text."""
    folder.write("a.csv", 'id,text\na,نص\nb,"نص لا ينتهي\nc,نص\n')
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a"]
    assert problems[0].line == 3
    assert "quotation marks" in problems[0].remedy


def test_stray_quotation_marks_cost_their_row_only(folder):
    """A quotation that goes on after its end is named; the row after it is read."""
    folder.write("a.csv", 'id,text\na,"نص" زائد\nb,نص\n')
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["b"]
    assert problems[0].line == 2
