"""How many wait in each process, where every process can look."""

from __future__ import annotations

import subprocess
import sys

import pytest

from marsad.serve.crowd import Crowd, room_for


def test_a_process_alone_keeps_everybody(tmp_path):
    """There is nowhere else to go, however many wait."""
    room_for(tmp_path, 2)
    crowd = Crowd(tmp_path)
    crowd.wait(100)
    assert not any(crowd.leaves() for _ in range(10))


def test_one_of_two_answers_sends_away_until_it_is_even(tmp_path):
    """The fewest elsewhere count; one more here than there is no reason."""
    room_for(tmp_path, 3)
    here, one, other = (Crowd(tmp_path) for _ in range(3))
    here.wait(20)
    one.wait(40)
    other.wait(18)
    assert [here.leaves() for _ in range(4)] == [False, True, False, True]
    other.wait(19)
    assert not any(here.leaves() for _ in range(4))


def test_a_process_that_was_killed_leaves_its_place(tmp_path):
    """The one that is started in its stead takes it, and waits for nobody of the other's."""
    room_for(tmp_path, 1)
    program = (
        "import os, pathlib, sys; from marsad.serve.crowd import Crowd; "
        "crowd = Crowd(pathlib.Path(sys.argv[1])); crowd.wait(0); os._exit(1)"
    )
    here = Crowd(tmp_path)
    here.wait(30)
    assert subprocess.run([sys.executable, "-c", program, tmp_path], check=False).returncode == 1
    assert any(here.leaves() for _ in range(2))
    anew = Crowd(tmp_path)
    anew.wait(30)
    assert not any(here.leaves() for _ in range(2))
    with pytest.raises(RuntimeError):
        Crowd(tmp_path)
