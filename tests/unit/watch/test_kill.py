"""A watch that is killed at any moment and started again keeps everything, once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
from tests.unit.watch.conftest import article, entry, rss

from marsad.archive import Archive
from marsad.archive.verify import verify

PROGRAM = """
import sys
from pathlib import Path
from marsad.fetch import PoliteClient
from marsad.sources import read_sources
from marsad.watch import Watch

folder = Path(sys.argv[1])
client = PoliteClient(tries=1, allow_private=True, delay=0.0)
watch = Watch(read_sources(folder / "sources.toml"), folder / "archive", client=client)
print("begins", flush=True)
watch.round([])
watch.close()
"""

WHOLE, TEASERS, FILES = 6, 8, 6


def start(folder):
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)], stdout=subprocess.PIPE, env=os.environ)
    assert process.stdout.readline() == b"begins\n"
    return process


@pytest.mark.parametrize("seed", [1])
def test_killed_at_random_points_every_report_is_kept_once(desk, site, seed):
    """SIGKILL in the middle of rounds, then one that ends: no report lost, none twice, and the archive holds."""
    chance = random.Random(seed)

    def slowly(page):
        def answer(headers):
            time.sleep(0.005)
            return site.conditional(page, headers)

        return answer

    whole = [entry(f"{site.url}/w{n}", f"خبر {n}", whole=f"<p>قُتل {n + 3} عناصر في هجوم.</p>") for n in range(WHOLE)]
    teasers = [entry(f"{site.url}/t{n}", f"قصف {n}", teaser="...") for n in range(TEASERS)]
    site.pages["/feed"] = slowly(rss(*whole, *teasers))
    for n in range(TEASERS):
        site.pages[f"/t{n}"] = slowly(article(f"قصف {n}", f"أصيب {n + 3} أشخاص في قصف على حي الجسر، وفق مصدر طبي."))
    exports = desk.folder / "exports"
    exports.mkdir()
    lines = (f'{{"id": "f{n}", "text": "اعتُقل {n + 3} أشخاص."}}\n' for n in range(FILES))
    (exports / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    desk.sources({"folder": "exports"}, {"rss": f"{site.url}/feed"})

    killed = 0
    for _ in range(8):
        process = start(desk.folder)
        time.sleep(chance.uniform(0, 0.35))
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert killed >= 3  # else it was too fast to test anything
    last = start(desk.folder)
    assert last.wait(60) == 0
    last.stdout.close()

    ids = Counter(report["id"] for report in desk.reports())
    assert set(ids.values()) == {1}
    names = {report_id.partition("#")[0] for report_id in ids}
    assert len(names) == len(ids) == WHOLE + TEASERS + FILES
    kept = Counter((item.url, item.id) for item in Archive(desk.archive).items())
    assert set(kept.values()) == {1}
    assert len(kept) == 1 + TEASERS + 1
    assert verify(desk.archive).whole
