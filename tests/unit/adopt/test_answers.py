"""Files of answers, line by line."""

from marsad.adopt import read_answers


def test_a_line_that_is_none_costs_no_other(tmp_path):
    """What is wrong is told by its line, the first answer to a report counts, and empty lines are nothing."""
    path = tmp_path / "answers.jsonl"
    path.write_text(
        '{"id": "r1", "events": []}\n\nno JSON\n{"id": "r1", "events": [{}]}\n'
        '{"id": "r2"}\n{"id": "r3", "events": [{}]}\n'
    )
    answers = read_answers(path)
    assert answers.events == {"r1": [], "r3": [{}]}
    assert [problem.line for problem in answers.problems] == [3, 4, 5]


def test_a_line_that_is_no_text_is_told(tmp_path):
    """Bytes that are no UTF-8 are a problem of their line alone."""
    path = tmp_path / "answers.jsonl"
    path.write_bytes(b'{"id": "r1", "events": []}\n{"id": "\xff", "events": []}\n{"id": "r2", "events": []}\n')
    answers = read_answers(path)
    assert list(answers.events) == ["r1", "r2"]
    assert [problem.line for problem in answers.problems] == [2]
