"""Reports in shards by month, as they were."""

import pytest

from marsad.cluster.shards import INDEX, reports_of, shard, shards_in
from marsad.errors import ReadError
from marsad.read import ReadProblem


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_reports_come_out_as_they_went_in(reports, tmp_path):
    """Every field of every report, half an emoji among them, with its number in the input."""
    shard(reports, tmp_path)
    found = dict(pair for name in shards_in(tmp_path) for pair in reports_of(tmp_path / name))
    assert [found[number] for number in range(len(reports))] == reports


def test_shards_are_parted_by_month_and_size(reports, tmp_path):
    """A month has shards of at most so many reports; what has no day stands apart."""
    done = shard(reports, tmp_path, most=2)
    assert sorted(name.partition("/")[0] for name in shards_in(tmp_path)) == [
        "month=2024-01", "month=2024-02", "month=2024-03", "month=2024-03", "month=undated",
    ]  # fmt: skip
    assert (done.reports, done.shards) == (6, 5)


def test_the_same_input_gives_the_same_files(reports, tmp_path):
    """Names are hashes of what is held, so a second run changes nothing."""
    shard(reports, tmp_path)
    before = files(tmp_path)
    stamps = {name: (tmp_path / name).stat().st_mtime_ns for name in before}
    shard(reports, tmp_path)
    assert files(tmp_path) == before
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in before} == stamps


def test_problems_are_handed_on(reports, tmp_path):
    """What could not be read is told, and takes no place."""
    problem = ReadError("It breaks.", file="a.jsonl", line=3, remedy="Mend it.")
    done = shard([reports[0], ReadProblem(problem), reports[1]], tmp_path)
    assert (done.reports, done.problems) == (2, (problem,))


def test_an_unfinished_folder_is_refused(reports, tmp_path):
    """Without its index nobody knows what is missing."""
    shard(reports, tmp_path)
    (tmp_path / INDEX).unlink()
    with pytest.raises(ReadError, match="was not finished"):
        shards_in(tmp_path)
