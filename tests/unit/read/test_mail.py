import base64
import quopri

import pytest

from marsad.read import mail

TEXT = "قُتل شاب برصاص مجهولين في بلدة الوادي، مساء أمس.\nوأصيب آخر."

HEAD = """Return-Path: <news@wadi.example>
Received: from mail.wadi.example by inbox; Thu, 21 Mar 2024 01:10:05 +0300
From: =?utf-8?b?2YXYsdi12K8g2KfZhNmI2KfYr9mK?= <news@wadi.example>
To: desk@example.org
Subject: =?utf-8?q?=D9=86=D8=B4=D8=B1=D8=A9?=
Message-ID: <57@wadi.example>
Date: Thu, 21 Mar 2024 01:10:00 +0300
MIME-Version: 1.0
"""


def letter(text=TEXT, charset="utf-8", encoding="base64", kind="plain"):
    content = text.encode(charset)
    body = quopri.encodestring(content) if encoding == "quoted-printable" else base64.encodebytes(content)
    headers = f'Content-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: {encoding}\n\n'
    return (HEAD + headers).encode() + body


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_letters_of_every_encoding_are_read(folder, charset, encoding):
    """Subject, sender, day and words, whatever the letter is written in."""
    report = folder.one("a.eml", letter(TEXT, charset, encoding))
    assert report.text == TEXT
    assert (report.report_id, report.headline, report.outlet) == ("57@wadi.example", "نشرة", "مرصد الوادي")
    assert report.published_at.isoformat() == "2024-03-21T01:10:00+03:00"


def test_a_letter_is_told_by_its_content(folder):
    """Under no known name its headers tell; a text file with a header of ours stays a text file."""
    assert folder.one("letter", letter()).report_id == "57@wadi.example"
    assert folder.one("note", "title: عنوان\ndate: 2024-03-20\n\nنص الخبر").headline == "عنوان"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"From: a@b\nMessage-ID: <1@b>\n\n", True),
        (b"Received: x\n by y\nMIME-Version: 1.0\n\nFrom here on\n", True),
        (b"Message-ID: <1@b>\n\nFrom: a\n", False),
        (b"From: a\nSubject: b\nDate: c\n\n", False),
        (b"Message-ID: <1@b>\nwords without a colon\nFrom: a@b\n\n", False),
    ],
)
def test_two_headers_of_sent_mail_make_a_letter(head, found):
    """One alone, or such as people write above a text of their own, do not; nor do words below the headers."""
    assert mail.is_letter(head) is found


def test_attachments_are_told(folder):
    """They are named with kind and size, and cost nothing; plain text is taken before HTML."""
    parts = [
        'Content-Type: multipart/mixed; boundary="m"\n',
        '--m\nContent-Type: multipart/alternative; boundary="a"\n',
        f"--a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{TEXT}",
        "--a\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>نص الصفحة</p>\n--a--",
        '--m\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename="صورة.jpg"\n\nxxxx\n--m--\n',
    ]
    folder.write("a.eml", HEAD + "\n".join(parts))
    reports, problems = folder.read()
    assert ([report.text for report in reports], problems) == ([TEXT], [])
    (told,) = folder.aside()
    assert "صورة.jpg, image/jpeg" in told.problem


def test_html_goes_the_way_of_a_page(folder):
    """A letter in HTML only gives its words, short ones too."""
    page = "<html><body><table><tr><td><p>قُتل شاب في الوادي.</p></td></tr></table></body></html>"
    assert folder.one("a.eml", letter(page, "windows-1256", kind="html")).text == "قُتل شاب في الوادي."


def test_an_mbox_holds_many_letters(folder):
    """Each is a report with its line; a quoted From is no new letter, and one without text costs itself only."""
    first = letter("نص أول\n", encoding="base64")
    second = (HEAD.replace("57@", "58@") + "Content-Type: text/plain; charset=utf-8\n\n>From هنا\nنص\n").encode()
    empty = (HEAD.replace("57@", "59@") + "Content-Type: text/plain\n\n\n").encode()
    start = b"From news@wadi.example Thu Mar 21 01:10:00 2024\n"
    folder.write("all.mbox", b"\n".join([start + first, start + second, start + empty]))
    reports, problems = folder.read()
    assert [(report.report_id, report.text) for report in reports] == [
        ("57@wadi.example", "نص أول"),
        ("58@wadi.example", "From هنا\nنص"),
    ]
    assert [problem.part for problem in problems] == ["letter 3"]
    assert problems[0].line > 20


@pytest.mark.parametrize(("room", "kept"), [(0, ["57@wadi.example", "58@wadi.example", "59@wadi.example"]), (-1, None)])
def test_a_letter_over_the_limit_costs_itself_only(folder, monkeypatch, room, kept):
    """The letters around it are read; it is named with its number."""
    texts = ("نص أول\n", "نص ثان\n" * 400, "نص ثالث\n")
    letters = [letter(text).replace(b"57@", f"{57 + number}@".encode()) for number, text in enumerate(texts)]
    monkeypatch.setattr(mail, "LETTER_LIMIT", len(letters[1].rstrip(b"\n")) + 1 + room)
    start = b"From news@wadi.example Thu Mar 21 01:10:00 2024\n"
    folder.write("all.mbox", b"\n".join(start + one for one in letters))
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == (kept or ["57@wadi.example", "59@wadi.example"])
    assert [problem.part for problem in problems] == ([] if kept else ["letter 2"])


def test_broken_headers_cost_themselves_only(folder):
    """What people's programs send is read as far as it can be."""
    content = letter().replace(b"From: =?utf-8?b?2YXYsdi12K8g2KfZhNmI2KfYr9mK?= <news@wadi.example>", b"From: <<>>,;:@")
    report = folder.one("a.eml", content.replace(b"Date: Thu, 21 Mar 2024 01:10:00 +0300", b"Date: ???"))
    assert (report.text, report.published_on) == (TEXT, None)


def test_flowed_lines_are_joined(folder):
    """Programs that wrap lines with a space at the end mean one line."""
    body = "Content-Type: text/plain; charset=utf-8; format=flowed\n\nقُتل شاب في \nالوادي.\nوأصيب آخر.\n"
    assert folder.one("a.eml", HEAD + body).text == "قُتل شاب في الوادي.\nوأصيب آخر."
