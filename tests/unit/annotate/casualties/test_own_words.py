"""Small words that a team adds reach the reading of casualties."""

import json
import os
import subprocess
import sys

ENTRY = """
- id: own.versus
  role: versus
  forms: [قبالة]
  source: our own
  matches: [{text: مقتل ستة جنود قبالة ثلاثة مسلحين, find: قبالة}]
"""
ASKED = """
import json
from marsad.annotate import casualties, numbers
from marsad.model.report import Report
from marsad.pipeline import prepare
document = prepare(Report(report_id="r", text="مقتل ستة جنود قبالة ثلاثة مسلحين في اشتباكات قرب تدمر."))
found = casualties.find(document, numbers=numbers.find(document))
print(json.dumps([one.estimate.best for one in found]))
"""


def _counted(**own):
    told = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, check=True, env=os.environ | {"PYTHONUTF8": "1"} | own
    )
    return json.loads(told.stdout)


def test_a_word_of_ones_own_leads_to_the_dead_of_the_other_side(tmp_path):
    """The three behind it are counted, as they are behind "مقابل"."""
    folder = tmp_path / "ar" / "casualty-words"
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(ENTRY, encoding="utf-8")
    assert (_counted(), _counted(MARSAD_WORDS=str(tmp_path))) == ([6], [6, 3])
