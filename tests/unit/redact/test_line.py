"""One line without names."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad import gazetteer
from marsad.redact.labels import Language
from marsad.redact.line import redact_line

PLACES = gazetteer.load()
GIVEN = ["قصي", "زرخيس", "أمل", "عبد الرحمن", "فاطمة", "هفال", "نضال", "كاوا"]
FAMILY = ["الزعبي", "البرقوشي", "درويش", "أبو زيد", "الخالد", "شيخو"]
FRAMES = [
    "قُتل الشاب {name} برصاص مجهولين في تسيل. وكان {given} يعمل مزارعاً.",
    "اعتقلت الدورية المواطن {name}. وناشدت عائلة {name} المنظمات.",
    "القتلى هم:\n1- {name}\n2- محمود القاسم",
    "قال المواطن {name} إن القصف عنيف. #{tag}",
    "أصيبت السيدة {name} (34 عاماً) بشظية، ونُقلت {given} إلى المشفى.",
]
LEADS = ["0933456721", "+963 944 112 233", "q.z@example.org", "35.1234, 40.5678"]


def line(frame, given, family, lead):
    name = f"{given} {family}"
    text = frame.format(name=name, given=given, tag=name.replace(" ", "_"))
    return {
        "id": "r1",
        "title": f"خبر عن {name}",
        "text": f"{text} للتواصل {lead}",
        "tags": [name, f"#{name.replace(' ', '_')}"],
        "report": {
            "url": f"https://example.org/ar/{name.replace(' ', '-')}",
            "quote": f"وقع ذلك أمام بيت {name} مساء أمس",
        },
        "contact": lead,
    }


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FRAMES), st.sampled_from(GIVEN), st.sampled_from(FAMILY), st.sampled_from(LEADS))
def test_a_planted_name_stands_nowhere_in_the_output(frame, given, family, lead):
    """Neither name nor number is in any field, whatever the sentence."""
    value = line(frame, given, family, lead)
    written = json.dumps(redact_line(value, PLACES), ensure_ascii=False)
    assert f"{given} {family}" not in written
    assert f"{given}_{family}".replace(" ", "_") not in written
    assert lead not in written


def test_offsets_point_into_the_line_as_it_came_in():
    """Each redaction tells where, what kind, and what stands there now; not the name."""
    value = {"id": "a", "title": "مقتل شاب", "text": "وقُتل الشاب قصي الزعبي ولقصي ابن"}
    made = redact_line(value, PLACES)
    assert made["text"] == "وقُتل الشاب [اسم ضحية] ول[اسم ضحية] ابن"
    assert [value[one["field"]][one["start"] : one["end"]] for one in made["redactions"]] == ["قصي الزعبي", "قصي"]
    assert {key for one in made["redactions"] for key in one} == {
        "field",
        "start",
        "end",
        "kind",
        "replacement",
        "rule",
    }


def test_english_labels():
    """The replacement may be English."""
    made = redact_line({"text": "قُتل الشاب قصي الزعبي"}, PLACES, Language.en)
    assert made["text"] == "قُتل الشاب [name: victim]"


def test_writers_are_replaced_whole():
    """Who wrote is a private person, in whatever letters."""
    made = redact_line({"text": "هدوء", "author": "Qusai Z.", "phone": "0944112233"}, PLACES)
    assert (made["author"], made["phone"]) == ("[اسم ناشر]", "[رقم هاتف]")


def test_lines_without_people_are_as_they_were():
    """Nothing else of a line changes, and the input is not touched."""
    value = {"id": "a", "text": "قصفت الطائرات مواقع في إدلب", "n": 3, "deep": [{"x": None}]}
    assert redact_line(value, PLACES) == {**value, "redactions": []}
    assert "redactions" not in value


def test_a_telegram_post_keeps_what_it_is_called():
    """It is called by its address: taken for a link to somebody, every post of every channel would be "[رابط]"."""
    value = {
        "id": "t.me/alwadi/901", "text": "راسلونا: t.me/alwadi",
        "events": [{"event_id": "t.me/c/1023/901#1"}], "report": {"reply_to": "t.me/alwadi/900"},
    }  # fmt: skip
    public = redact_line(value, PLACES)
    assert (public["id"], public["events"]) == (value["id"], value["events"])
    assert public["report"] == value["report"]
    assert public["text"] == "راسلونا: [رابط]"


def test_what_leads_to_somebody_is_called_by_a_name_of_its_own():
    """Two posts of somebody's account stay two, an event stays that of its post, and the account is not told."""
    first, other = "https://x.com/qusay_z/status/1", "https://x.com/qusay_z/status/2"
    public = redact_line({"id": first, "events": [{"event_id": f"{first}#1"}]}, PLACES)
    assert public["events"][0]["event_id"] == f"{public['id']}#1"
    assert public["id"] != redact_line({"id": other}, PLACES)["id"]
    assert "qusay" not in json.dumps(public)
    assert [one["replacement"] for one in public["redactions"]] == [public["id"], f"{public['id']}#1"]
