import json

from marsad.read import json_array, json_stream

RECORDS = [{"id": f"r{number}", "text": f"نص الخبر رقم {number}"} for number in range(50)]


def test_an_array_is_read_element_by_element(folder):
    """Every element is a report, on one line or on many."""
    for name, indent in (("flat.json", None), ("deep.json", 2)):
        folder.write(name, json.dumps(RECORDS, ensure_ascii=False, indent=indent))
        reports, problems = folder.read(name)
        assert [report.report_id for report in reports] == [record["id"] for record in RECORDS]
        assert problems == []


def test_elements_across_pieces_are_joined(folder, monkeypatch):
    """An array longer than what is read at once loses nothing at the seams."""
    monkeypatch.setattr(json_stream, "_PIECE", 64)
    folder.write("in.json", json.dumps(RECORDS, ensure_ascii=False, indent=1))
    reports, problems = folder.read()
    assert [report.text for report in reports] == [record["text"] for record in RECORDS]
    assert problems == []


def test_a_bad_record_costs_itself_only(folder):
    """An element without text is named with its line; the others are read."""
    folder.write("in.json", '[\n{"id": "a", "text": "نص"},\n{"id": "b"},\n{"id": "c", "text": "نص"}\n]')
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a", "c"]
    assert problems[0].line == 3


def test_a_broken_array_keeps_what_stood_before(folder):
    """Where the JSON breaks the file ends, and the problem names the line."""
    folder.write("in.json", '[\n{"id": "a", "text": "نص"},\n{"id": "b", "text" oops},\n{"id": "c", "text": "نص"}\n]')
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a"]
    assert problems[0].line == 3


def test_an_array_cut_off_is_a_problem(folder):
    """A file that breaks off after an element is told apart from a whole one."""
    folder.write("in.json", '[{"id": "a", "text": "نص"},')
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a"]
    assert "breaks off" in problems[0].problem


def test_one_object_over_several_lines_is_one_report(folder):
    """A .json file may hold a single report, written for people."""
    report = folder.one("in.json", json.dumps(RECORDS[0], ensure_ascii=False, indent=2))
    assert report.report_id == "r0"


def test_one_object_that_is_too_long_or_broken_is_told(folder, monkeypatch):
    """With what to do instead; it is not held in memory to its end."""
    content = '{\n"text": "قُتل شاب."\n}\n'
    size = len("".join(content.split("\n")).encode())
    for limit, problem in ((size, ""), (size - 1, "one object over 8 MB"), (size, "The JSON breaks")):
        monkeypatch.setattr(json_array, "LIMIT", limit)
        folder.write("a.json", content.replace("}", "]") if "breaks" in problem else content)
        reports, problems = folder.read()
        assert len(reports) == (not problem)
        assert [problem in str(one) for one in problems] == [True] * bool(problem)


def test_json_lines_under_another_name_are_read(folder):
    """A .json file of one object a line is JSON Lines."""
    folder.write("in.json", "\n".join(map(json.dumps, RECORDS)))
    reports, problems = folder.read()
    assert len(reports) == len(RECORDS)
    assert problems == []


def test_an_empty_array_has_no_reports(folder):
    """No element is no problem."""
    folder.write("in.json", "[ ]")
    assert folder.read() == ([], [])
