"""Reading made short: write files, read them, part reports from problems."""

import gzip
from pathlib import Path

import pytest

from marsad.read import ReadProblem, read


class Folder:
    """A folder to write inputs into; `read` returns its reports and its problems, `aside` what is no report."""

    def __init__(self, path):
        self.path = path

    def write(self, name, content):
        data = content.encode("utf-8") if isinstance(content, str) else content
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return target

    def read(self, *names):
        found = list(read([self.path / name for name in names] or [self.path]))
        reports = [item for item in found if not isinstance(item, ReadProblem)]
        return reports, [item.error for item in found if isinstance(item, ReadProblem) and item.lost]

    def aside(self, *names):
        """Return what the inputs hold that is no report by its nature."""
        found = read([self.path / name for name in names] or [self.path])
        return [item.error for item in found if isinstance(item, ReadProblem) and not item.lost]

    def one(self, name, content):
        """Write a file that holds one report and return it."""
        self.write(name, content)
        reports, problems = self.read(name)
        assert problems == []
        assert len(reports) == 1
        return reports[0]

    def problem(self, name, content):
        """Write a file that holds nothing readable and return its one problem."""
        self.write(name, content)
        reports, problems = self.read(name)
        assert reports == []
        assert len(problems) == 1
        return problems[0]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)
