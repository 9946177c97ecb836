"""Words, places and bodies of one's own reach redaction; lists of people's names do not."""

import json
import subprocess
import sys

import pytest

FATE = """\
- id: killed.candle
  outcome: killed
  pos: fixed
  forms: [انطفت شمعة]
  source: شبكة ضفاف
  matches:
    - {text: انطفت شمعة عند الحاجز, find: انطفت شمعة}
"""
PLACE = """\
id,name_ar,aliases_ar,name_en,country,feature,admin1,admin2,admin3,lat,lon,population,codes,source
own:wasim,وسيم الرفاعي,,Wasim,SY,village,SY09,,,35.01,40.5,,,visit
"""
NAMES = """\
- id: own.given
  role: given
  forms: [زنقفور]
  source: شبكة ضفاف
  matches:
    - {text: قال زنقفور, find: زنقفور}
"""
TEXT = "انطفت شمعة الشاب قصي الزعبي في قرية وسيم الرفاعي. قال زنقفور الحاضر"


@pytest.fixture
def folder(tmp_path):
    """A folder with a word for a fate, a village called like a person, and a list of names."""
    for name, text in (("ar/outcomes/own.yaml", FATE), ("places/supplement.csv", PLACE), ("ar/names/own.yaml", NAMES)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def redacted(*options):
    """Return what `marsad redact` makes of the text, run as people run it."""
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    command = [sys.executable, "-m", "marsad", *options, "redact", "-q", "-"]
    done = subprocess.run(command, input=line, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)["text"]


def test_a_word_of_ones_own_tells_what_became_of_somebody(folder):
    """A word for a fate in a folder makes a victim, a village there keeps its name; names there do not count."""
    before, after = redacted(), redacted("--words", str(folder))
    assert "[اسم شخص]" in before
    assert "[اسم ضحية]" in after
    assert "وسيم الرفاعي" in after
    assert before.partition(". ")[2] == after.partition(". ")[2]
