import hashlib
import json
from datetime import date

from marsad.model.report import Report

GOOD = '{"id": "ok", "text": "وصلت تعزيزات إلى المدينة."}\n'


def test_a_line_becomes_a_report_with_every_field(folder):
    """All six fields are read, and the hash is that of the line's bytes."""
    line = json.dumps(
        {
            "id": "r1",
            "title": "مقتل عنصر",
            "text": "قُتل عنصر اليوم.",
            "published": "2024-03-20",
            "outlet": "منصة الفرات",
            "url": "https://example.org/1",
        },
        ensure_ascii=False,
    )
    assert folder.one("in.jsonl", line + "\n") == Report(
        report_id="r1",
        headline="مقتل عنصر",
        text="قُتل عنصر اليوم.",
        published_on=date(2024, 3, 20),
        outlet="منصة الفرات",
        url="https://example.org/1",
        sha256=hashlib.sha256(line.encode()).hexdigest(),
    )


def test_other_names_of_fields_are_known(folder):
    """headline, body, date, source and link are read as title, text, published, outlet and url."""
    line = '{"report_id": "r", "Headline": "ع", "body": "نص", "date": "20/03/2024", "source": "س", "link": "u"}'
    report = folder.one("in.jsonl", line)
    assert (report.report_id, report.headline, report.text) == ("r", "ع", "نص")
    assert (report.published_on, report.outlet, report.url) == (date(2024, 3, 20), "س", "u")


def test_unknown_and_null_fields_are_passed_over(folder):
    """A field of no meaning to marsad, or null, changes nothing."""
    report = folder.one("in.jsonl", '{"id": "r", "text": "نص", "title": null, "likes": 3, "published": null}')
    assert (report.headline, report.published_on) == ("", None)


def test_a_record_without_id_is_called_by_file_and_line(folder):
    """The id of a record that has none leads back to it."""
    folder.write("in.jsonl", '\n{"text": "نص"}\n')
    reports, _ = folder.read()
    assert reports[0].report_id == "in:2"


def test_a_line_cut_in_half_costs_itself_only(folder):
    """A broken line is named with its number and remedy; the lines around it are read."""
    folder.write("in.jsonl", GOOD + '{"id": "b", "text": "نص مقط\n' + GOOD.replace("ok", "ok2"))
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["ok", "ok2"]
    assert problems[0].line == 2
    assert problems[0].file.endswith("in.jsonl")
    assert "Write one whole JSON object" in str(problems[0])


def test_each_kind_of_bad_record_is_named(folder):
    """Missing text, ids and texts that are no strings, dates that are none, and non-objects are problems."""
    bad = {
        '{"id": "a"}': "has no text",
        '{"id": "a", "text": "  "}': "has no text",
        '{"id": 7, "text": "نص"}': "id is a number",
        '{"id": ["a"], "text": "نص"}': "id is a list",
        '{"id": "a", "text": {"ar": "نص"}}': "text is an object",
        '{"id": "a", "text": "نص", "published": "2024-13-45"}': "no day that can be read",
        '{"id": "a", "text": "نص", "published": "أمس"}': "no day that can be read",
        '["id", "a"]': "not an object",
        "nonsense": "JSON breaks at character 1",
        '{"id": "a", "text": "نص", "n": ' + "[" * 100_000 + "}": "nested too deep",
    }
    folder.write("in.jsonl", "\n".join(bad) + "\n" + GOOD)
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["ok"]
    assert [problem.line for problem in problems] == list(range(1, len(bad) + 1))
    for problem, words in zip(problems, bad.values(), strict=True):
        assert words in problem.problem


def test_half_an_emoji_is_read_as_it_stands(folder):
    """A lone surrogate, left where a message was cut, keeps its place so that offsets hold."""
    report = folder.one("in.jsonl", '{"id": "a", "text": "قصف \\ud83d اليوم"}')
    assert report.text == "قصف \ud83d اليوم"


def test_mixed_directions_are_kept_as_published(folder):
    """Direction marks and Latin names stay in the text, code point for code point."""
    text = "قال \u202bالمرصد\u202c (SOHR) إن \u200fHTS\u200e انسحبت"
    assert folder.one("in.jsonl", json.dumps({"id": "a", "text": text})).text == text


def test_a_zero_byte_is_a_problem_of_its_line(folder):
    """Raw NUL bytes are no text; the next line is read."""
    folder.write("in.jsonl", b'{"id": "a", "text": "x\x00y"}\n' + GOOD.encode())
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["ok"]
    assert "NUL bytes" in problems[0].problem
    assert problems[0].line == 1


def test_a_line_of_fifty_megabytes_is_passed_over(folder):
    """An endless line is named with its size, never held whole, and the next line is read."""
    long = b'{"id": "a", "text": "' + b"x" * 50_000_000 + b'"}\n'
    folder.write("in.jsonl", long + GOOD.encode())
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["ok"]
    assert problems[0].line == 1
    assert "50 MB" in problems[0].problem


def test_no_line_end_at_the_end_is_no_problem(folder):
    """The last line counts with or without a line feed, and Windows line ends do not matter."""
    folder.write("in.jsonl", GOOD.replace("\n", "\r\n") + GOOD.replace("ok", "ok2").strip())
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["ok", "ok2"]
    assert problems == []


def test_a_coding_is_no_report(folder):
    """What marsad code wrote is told by its events: the remedy asks for the reports."""
    error = folder.problem("coded.jsonl", '{"id": "r1", "events": []}\n')
    assert "it is a coding" in error.problem
