"""The collector of garbage while many reports are coded."""

import gc
import subprocess
import sys

from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.settle import put_off

PROGRAM = """
import gc
from marsad.settle import put_off, settle
put_off()
off = not gc.isenabled()
lists = [[number] for number in range(1000)]
before = gc.get_threshold()
settle()
frozen = gc.get_freeze_count()
circles = [[number] for number in range(1000)]
settle()
print(off, gc.isenabled(), frozen >= 1000, gc.get_freeze_count() == frozen, gc.get_threshold()[0] > before[0])
"""


def test_what_is_there_stays_and_the_rest_is_seldom_looked_through():
    """What stands before the first call is frozen, nothing of a later call is, and the young are left alone longer."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 5


def test_a_command_that_is_loaded_has_its_collector():
    """It rests while a command is found and loaded, and no longer."""
    put_off()
    CliRunner().invoke(app, ["count", "--help"])
    assert gc.isenabled()


def test_nothing_is_looked_through_at_the_end():
    """What a program leaves behind goes with it."""
    left = "import gc; from marsad.settle import leave; leave(); print(len(gc.get_objects()))"
    done = subprocess.run([sys.executable, "-c", left], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 100
