import json
import tempfile
import tracemalloc
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.read import Lacking, ReadProblem, json_stream, read

CHANNEL = {"name": "مرصد الوادي", "type": "public_channel", "id": 1234567890}


def message(number, text, **fields):
    return {
        "id": number,
        "type": "message",
        "date": "2024-03-21T01:10:00",
        "date_unixtime": "1710972600",  # 22:10 of the day before in UTC: the machine stood three hours east
        "from": "مرصد الوادي",
        "from_id": "channel1234567890",
        "text": text,
        **fields,
    }


def export(*messages, **header):
    return json.dumps({**CHANNEL, **header, "messages": list(messages)}, ensure_ascii=False, indent=1)


def test_a_post_is_a_report(folder):
    """Outlet, address, day and moment come from the export; there is no headline."""
    report = folder.one("result.json", export(message(57, "قُتل شاب في بلدة الوادي.")))
    assert (report.report_id, report.url) == ("t.me/c/1234567890/57", "https://t.me/c/1234567890/57")
    assert (report.outlet, report.headline, report.text) == ("مرصد الوادي", "", "قُتل شاب في بلدة الوادي.")
    assert report.published_on.isoformat() == "2024-03-21"
    assert report.published_at == datetime.fromisoformat("2024-03-20T22:10:00+00:00")
    assert report.published_at.isoformat() == "2024-03-21T01:10:00+03:00"


def test_parts_set_apart_stay_in_the_text(folder):
    """Hashtags, bold words and links are joined with the strings around them, nothing between."""
    text = [
        {"type": "hashtag", "text": "#دير_الزور"},
        "\nقُتل ",
        {"type": "bold", "text": "عنصران"},
        " قرب ",
        {"type": "text_link", "text": "الجسر", "href": "https://example.org"},
        ".",
    ]
    assert folder.one("result.json", export(message(1, text))).text == "#دير_الزور\nقُتل عنصران قرب الجسر."


def test_entities_stand_in_for_an_empty_text(folder):
    """Newer exports may write the words in text_entities alone."""
    entities = [{"type": "plain", "text": "قصف "}, {"type": "bold", "text": "ليلي"}]
    assert folder.one("result.json", export(message(1, "", text_entities=entities))).text == "قصف ليلي"


def test_forwards_edits_and_replies_are_kept(folder):
    """Whom a post was taken from, when it was changed, and what it answers."""
    forwarded = message(
        2, "نص", forwarded_from="شبكة الفرات", edited="2024-03-22T09:00:00", edited_unixtime="1711087200",
        reply_to_message_id=1,
    )  # fmt: skip
    hidden = message(3, "نص آخر", forwarded_from=None)
    folder.write("result.json", export(message(1, "أول"), forwarded, hidden))
    (first, second, third), problems = folder.read()
    assert problems == []
    assert (first.forwarded_from, first.edited, first.reply_to) == (None, None, None)
    assert (second.forwarded_from, second.edited) == ("شبكة الفرات", "2024-03-22T09:00:00+03:00")
    assert second.reply_to == first.report_id
    assert third.forwarded_from == "unknown"


def test_service_messages_and_pictures_are_no_reports(folder):
    """They are told with line, number and what they are, and cost nothing; an album's words are on one of its posts."""
    service = {"id": 1, "type": "service", "date": "2024-03-01T00:00:00", "action": "create_channel", "text": ""}
    album = [message(2, "صور القصف على السوق.", photo="photos/1.jpg"), message(3, "", photo="photos/2.jpg")]
    folder.write("result.json", export(service, *album))
    reports, problems = folder.read()
    assert ([report.text for report in reports], problems) == (["صور القصف على السوق."], [])
    told = folder.aside()
    assert [error.part for error in told] == ["message 1", "message 3"]
    assert "create_channel" in told[0].problem
    assert "photo" in told[1].problem
    assert told[0].line == 6


def test_bad_messages_cost_themselves_only(folder):
    """A text that is a number, a message without a number and one without a date are named with their lines."""
    bad = [message(1, 5), {"type": "message"}, {**message(3, "نص"), "date": "x", "date_unixtime": "y"}]
    folder.write("result.json", export(message(0, "أول"), *bad, message(4, "آخر")))
    reports, problems = folder.read()
    assert [report.text for report in reports] == ["أول", "آخر"]
    assert [problem.part for problem in problems] == ["message 1", None, "message 3"]
    assert all(problem.line > 5 for problem in problems)


def test_an_export_cut_off_keeps_what_stood_before(folder):
    """Where the file breaks off, the posts before are read and the line is named."""
    whole = export(message(1, "أول"), message(2, "ثان"), message(3, "ثالث"))
    folder.write("result.json", whole[: whole.index("ثالث")])
    reports, problems = folder.read()
    assert [report.text for report in reports] == ["أول", "ثان"]
    assert len(problems) == 1
    assert problems[0].line > 20


def test_talks_between_people_are_not_read(folder):
    """Of a whole account, channels are read and talks between people are passed over with their count."""
    talk = {"name": "صديق", "type": "personal_chat", "id": 5, "messages": [message(1, "سر"), message(2, "سر آخر")]}
    channel = {**CHANNEL, "messages": [message(7, "قُتل شاب.")]}
    account = {"about": "export", "contacts": {"list": []}, "chats": {"about": "", "list": [talk, channel]}}
    folder.write("result.json", json.dumps(account, ensure_ascii=False, indent=1))
    reports, problems = folder.read()
    assert ([report.text for report in reports], problems) == (["قُتل شاب."], [])
    (told,) = folder.aside()
    assert "(2 messages)" in told.problem


@pytest.mark.parametrize("kind", ["personal_chat", "public_channel"])
def test_messages_before_the_type_of_their_chat_are_not_read(folder, kind):
    """A program that sorts keys puts them there; whether people talk among themselves is then known too late."""
    account = {"about": "", "chats": {"list": [{**CHANNEL, "type": kind, "messages": [message(1, "سر")]}]}}
    folder.write("result.json", json.dumps(account, ensure_ascii=False, indent=1, sort_keys=True))
    reports, problems = folder.read()
    assert reports == []
    assert "before the type" in problems[0].problem


def test_a_private_channel_gives_no_address(folder):
    """Only a public channel's posts have an address that others can open."""
    assert folder.one("a.json", export(message(1, "نص"), type="private_channel")).url is None
    assert folder.one("b.json", export(message(1, "نص"), username="alwadi")).url == "https://t.me/alwadi/1"


def test_an_export_on_one_line_is_read(folder):
    """Tools write exports without line feeds; they pass for no JSON Lines and may be longer than a record."""
    messages = [message(number, f"نص الخبر {number} " + "ن" * 2000) for number in range(3000)]
    folder.write("result.json", json.dumps({**CHANNEL, "messages": messages}, ensure_ascii=False))
    reports, problems = folder.read()
    assert (len(reports), problems) == (3000, [])


def test_a_long_export_needs_little_memory(tmp_path):
    """Thirty megabytes are read within a few."""
    path = tmp_path / "result.json"
    body = json.dumps(message(1, "نص " * 1200), ensure_ascii=False, indent=1)
    with path.open("w", encoding="utf-8") as file:
        file.write('{"name": "قناة", "type": "public_channel", "id": 1, "messages": [\n')
        for number in range(5_000):
            file.write(("," if number else "") + body.replace('"id": 1,', f'"id": {number},', 1) + "\n")
        file.write("]}")
    assert path.stat().st_size > 30e6
    tracemalloc.start()
    count = sum(not isinstance(found, ReadProblem) for found in read([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 16e6


def lacking(folder, content):
    """Return what the export of a channel lacks."""
    told = []
    list(read([folder.write("result.json", content)], lacking=told.append))
    return told


def test_posts_that_a_channel_lacks_are_told(folder):
    """Their numbers between the first and the last; service messages and pictures are there, and lack nothing."""
    service = {"id": 3, "type": "service", "date": "2024-03-21T01:10:00", "action": "pin_message", "text": ""}
    posts = [message(2, "أول"), service, message(4, "", photo="1.jpg"), message(7, "ثان"), message(9, "ثالث")]
    assert lacking(folder, export(*posts)) == [Lacking("t.me/c/1234567890", ((5, 6), (8, 8)))]
    assert lacking(folder, export(message(2, "أول"), message(3, "ثان"))) == []


def test_of_what_may_be_a_part_nothing_is_said_to_be_lacking(folder):
    """A group's export may hold one's own posts alone, as an account's may; posts in no order are no row."""
    apart = [message(2, "أول"), message(9, "ثان")]
    assert lacking(folder, export(*apart, type="public_supergroup")) == []
    channel = json.loads(export(*apart))
    account = json.dumps({"about": "", "chats": {"list": [channel]}})
    assert lacking(folder, account) == []
    assert lacking(folder, export(*apart, message(5, "ثالث"))) == []


_words = st.text(st.sampled_from('ابتثجحخدذ #_\n\t"\\/🔴,{}[]:«»1٢'), min_size=1, max_size=40)
_parts = st.lists(
    st.one_of(_words, st.builds(lambda text: {"type": "bold", "text": text}, _words)), min_size=1, max_size=5
)


@given(
    texts=st.lists(st.one_of(_words, _parts), min_size=1, max_size=8),
    indent=st.sampled_from([None, 0, 1]),
    piece=st.integers(1, 200),
    ascii_only=st.booleans(),
)
def test_what_was_exported_comes_back(texts, indent, piece, ascii_only):
    """Whatever the posts say and wherever the pieces of the file are cut, each comes back as it was, in order."""
    posts = [message(number, text) for number, text in enumerate(texts)]
    content = json.dumps({**CHANNEL, "messages": posts}, ensure_ascii=ascii_only, indent=indent)
    before, json_stream._PIECE = json_stream._PIECE, piece
    try:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "result.json"
            path.write_text(content, encoding="utf-8")
            found = list(read([path]))
    finally:
        json_stream._PIECE = before
    said = ["".join(part if isinstance(part, str) else part["text"] for part in text) for text in texts]
    got = {f"t.me/c/1234567890/{number}": text for number, text in enumerate(said) if text.strip()}
    assert {one.report_id: one.text for one in found if not isinstance(one, ReadProblem)} == got
    assert len(found) == len(texts)
