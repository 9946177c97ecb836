import csv
import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import SettingsError
from marsad.read import ReadProblem, read
from marsad.read.columns import columns_of


def test_columns_are_told_on_the_command_line(folder):
    """Told fields are read from the columns named; the others keep their plain names."""
    folder.write("a.csv", "id,Post Id,Message,Created\nx,7,نص المنشور,2024-03-20\n")
    told = columns_of("id=Post Id,text=Message,published=Created")
    (report,) = read([folder.path / "a.csv"], columns=told)
    assert (report.report_id, report.text, report.published_on) == ("7", "نص المنشور", date(2024, 3, 20))
    (kept,) = read([folder.path / "a.csv"], columns=columns_of("text=Message"))
    assert kept.report_id == "x"


def test_columns_are_told_in_a_file(folder):
    """Several columns for a field are tried in their order; days may have the month first."""
    folder.write("map.toml", 'text = ["Message", "Image, Text"]\npublished = "Day"\nmonth_first = true\n')
    folder.write("a.csv", 'id,Message,"Image, Text",Day\n1,,نص الصورة,03/04/2024\n2,نص,نص الصورة,12/25/2023 10:00\n')
    found = list(read([folder.path / "a.csv"], columns=columns_of(str(folder.path / "map.toml"))))
    assert [report.text for report in found] == ["نص الصورة", "نص"]
    assert [report.published_on for report in found] == [date(2024, 3, 4), date(2023, 12, 25)]


def test_told_columns_hold_for_json_too(folder):
    """Keys of objects are columns."""
    folder.write("a.jsonl", '{"id": "1", "full_text": "نص"}\n')
    folder.write("b.json", '[{"id": "2", "full_text": "نص"}]')
    assert [report.text for report in read([folder.path], columns=columns_of("text=full_text"))] == ["نص", "نص"]


@pytest.mark.parametrize("told", ["text", "text=", "words=Message", "none.toml"])
def test_wrong_mappings_are_refused(told):
    """What cannot be understood is said, with what to write."""
    with pytest.raises(SettingsError, match="--columns"):
        columns_of(told)


def test_a_mapping_file_with_wrong_values_is_refused(folder):
    """A field is a name or a list of names."""
    folder.write("map.toml", "text = 3\n")
    with pytest.raises(SettingsError, match="columns of text"):
        columns_of(str(folder.path / "map.toml"))


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            "Page Name,User Name,Facebook Id,Post Created,Type,URL,Message,Link,Image Text,Link Text,Description",
            "مرصد الوادي,wadi,9,2024-03-20 23:10:00 AST,Photo,https://fb.example/1,قُتل شاب.,,,,",
            ("https://fb.example/1", "قُتل شاب.", date(2024, 3, 20), "مرصد الوادي"),
        ),
        (
            "Account,User Name,Followers at Posting,Post Created,Type,URL,Link,Photo,Title,Description,Image Text",
            "مرصد,wadi,9,2024-03-20 23:10:00 AST,Photo,https://ig.example/1,,,,قُتل شاب.,",
            ("https://ig.example/1", "قُتل شاب.", date(2024, 3, 20), "مرصد"),
        ),
        (
            "id,text,creation_time,modified_time,post_owner.id,post_owner.name",
            "77,قُتل شاب.,2024-03-20T20:10:00,,5,مرصد",
            ("77", "قُتل شاب.", date(2024, 3, 20), "مرصد"),
        ),
        (
            "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink",
            "77,5,مرصد,,قُتل شاب.,03/04/2024 05:30,https://fb.example/77",
            ("77", "قُتل شاب.", date(2024, 3, 4), "مرصد"),
        ),
        (
            "Post id,Date,Post text,Post Link,Impressions",
            '77,"Wed, Mar 20, 2024",قُتل شاب.,https://x.example/77,5',
            ("77", "قُتل شاب.", date(2024, 3, 20), None),
        ),
        (
            "id,conversation_id,source,text,created_at,author.username,author.name",
            "77,77,Twitter for Android,قُتل شاب.,2024-03-20T20:10:00.000Z,wadi,مرصد",
            ("77", "قُتل شاب.", date(2024, 3, 20), "مرصد"),
        ),
        (
            "created_at,id,source,text,tweet_url,user_screen_name,user_name",
            "Wed Mar 20 22:10:00 +0000 2024,77,web,قُتل شاب.,https://x.example/77,wadi,مرصد",
            ("77", "قُتل شاب.", date(2024, 3, 20), "مرصد"),
        ),
        (
            "id,thread_id,timestamp,body,author,chat",
            "77,1,2024-03-20 22:10:00,قُتل شاب.,كاتب,مرصد",
            ("77", "قُتل شاب.", date(2024, 3, 20), "مرصد"),
        ),
    ],
)
def test_known_tables_are_understood(folder, header, row, expected):
    """Exports of platforms need no mapping: their columns tell them, also under no known name."""
    for name in ("a.csv", "export"):
        report = folder.one(name, f"{header}\n{row}\n")
        assert (report.report_id, report.text, report.published_on, report.outlet) == expected


def test_posts_of_pictures_alone_cost_nothing(folder):
    """A known export may hold posts without words."""
    folder.write("a.csv", "Page Name,Post Created,URL,Message\nمرصد,2024-03-20,https://fb.example/1,\n")
    assert folder.read() == ([], [])
    assert [error.line for error in folder.aside()] == [2]


_cell = st.text(st.sampled_from("ابتةى ,;\"\n'=#🔴1٢\t"), max_size=30)


@given(rows=st.lists(st.tuples(_cell.filter(str.strip), _cell), min_size=1, max_size=8), comma=st.sampled_from(",;\t"))
def test_what_was_written_comes_back(rows, comma):
    """Whatever the cells hold, each row comes back as it was written."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=comma, lineterminator="\n")
    writer.writerow(["id", "Words", "Head"])
    writer.writerows([f"r{number}", text, title] for number, (text, title) in enumerate(rows))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.csv"
        path.write_text(out.getvalue(), encoding="utf-8")
        found = list(read([path], columns=columns_of("text=Words,title=Head")))
    assert not [one for one in found if isinstance(one, ReadProblem)]
    assert [(one.report_id, one.text, one.headline) for one in found] == [
        (f"r{number}", text, title.strip()) for number, (text, title) in enumerate(rows)
    ]
