import csv
import json
import random
import shutil
import subprocess
import sys
import zipfile

import pytest
from typer.testing import CliRunner

from marsad.archive import Archive
from marsad.archive.verify import verify as verify_archive
from marsad.bundle import read_coded, read_incident, write_bundle
from marsad.bundle.verify_bundle import Bundle, canonical, sha256, sums, verify
from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.errors import ArchiveError, ReadError, SettingsError
from marsad.export.report_line import report_line
from marsad.read import read


@pytest.fixture(scope="module")
def bundle(case, tmp_path_factory):
    """A bundle of all reports of the case."""
    folder = tmp_path_factory.mktemp("out") / "bundle"
    write_bundle(folder, archive=Archive(case / "kept"), coded=read_coded([case / "coded.jsonl"]))
    return folder


@pytest.fixture
def copy(bundle, tmp_path):
    """The bundle, to be damaged."""
    return shutil.copytree(bundle, tmp_path / "copy")


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_bytes())


def alone(folder, *arguments):
    """Run the bundle's own program with nothing but Python."""
    command = [sys.executable, "-I", "-S", str(folder / "verify_bundle.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, cwd="/", env={"LANG": "C"})
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


def test_a_second_person_verifies_a_bundle_with_python_alone(bundle):
    """Every report: its original, its act, its quotations; the verdict stands last."""
    status, said = alone(bundle)
    assert status == 0, said
    lines = said.splitlines()
    assert lines[-1] == "VERIFIED / سليمة"
    for report_id in ("x1", "x2", "c1"):
        assert any(line.startswith(f"Report {report_id}: original ") for line in lines)
    assert sum("in the original." in line for line in lines) == 5


def test_what_is_in_it(bundle, case):
    """Originals byte for byte, records, texts, the coded lines as they were, and a list for sha256sum."""
    manifest = manifest_of(bundle)
    assert (bundle / "events.jsonl").read_bytes() == (case / "coded.jsonl").read_bytes()
    by_id = {one["report_id"]: one for one in manifest["reports"]}
    assert (bundle / by_id["x1"]["original"]).read_bytes() == (case / "sources" / "export.jsonl").read_bytes()
    assert by_id["x1"]["original"] == by_id["x2"]["original"]
    start, end = by_id["x2"]["range"]
    assert json.loads((bundle / by_id["x2"]["original"]).read_bytes()[start:end])["id"] == "x2"
    assert by_id["c1"]["range"] is None
    assert not (bundle / "history.jsonl").exists()  # which a store alone can tell
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=bundle, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "not of the case" not in "".join(
        path.read_text("utf-8", "replace") for path in bundle.rglob("*") if path.is_file()
    )
    page = (bundle / "README.md").read_text(encoding="utf-8")
    assert "{" not in page
    assert "export.jsonl" in page
    assert manifest["chain"]["hash"] in page
    assert ("openssl ts -verify" in page) is bool(manifest["stamps"])
    assert "# -" not in page


def test_the_log_tells_the_case_and_no_other(bundle):
    """Acts on the case in full, up to the last of them; others as a digest."""
    lines = [json.loads(line) for line in (bundle / "log.jsonl").read_bytes().splitlines()]
    assert [line.get("act", "-") for line in lines] == [
        "fetch", "import", "import", "import", "-", "unchanged", "timestamp", "look",
    ]  # fmt: skip


def test_the_same_case_gives_the_same_bytes(case, tmp_path):
    """As a zip and as a folder, before and after it was bundled and told so in the log."""
    archive, coded = case / "kept", case / "coded.jsonl"
    first, second, folder = tmp_path / "1.zip", tmp_path / "2.zip", tmp_path / "folder"
    for output in (first, second, folder):
        done = CliRunner().invoke(
            app, ["bundle", str(coded), "--archive", str(archive), "-o", str(output), "--who", "x"]
        )
        assert done.exit_code == Exit.OK, done.output
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as packed:
        assert packed.namelist() == sorted(packed.namelist())
        for one in packed.infolist():  # what else a zip file tells of when, where and how it was packed
            assert (one.date_time, one.compress_type) == ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)
            assert (one.create_system, one.external_attr, one.extra, one.comment) == (3, 0o644 << 16, b"", b"")
        assert {name: packed.read(name) for name in packed.namelist()} == {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }
    assert alone(folder, first)[0] == 0
    acts = [entry for entry in Archive(archive).entries() if entry.act == "bundle"]
    assert len(acts) == 3 * 4
    assert acts[0].details["to"] == "1.zip"
    assert verify_archive(archive).faults == []


def test_a_flipped_bit_is_found_anywhere(copy):
    """At random places of every file, the program itself among them."""
    chance = random.Random(5)
    for path in sorted(path for path in copy.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for place in {chance.randrange(len(content)) for _ in range(5)} if content else ():
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            path.write_bytes(bytes(flipped))
            problems, _ = verify(Bundle(copy))
            assert problems, (path, place)
        path.write_bytes(content)
    assert verify(Bundle(copy))[0] == []


def test_damage_ends_the_program_with_1(copy, bundle):
    """It prints what is wrong; missing and added files count, too."""
    original = copy / manifest_of(copy)["reports"][0]["original"]
    content = original.read_bytes()
    original.write_bytes(content[:-1] + b"x")
    status, said = alone(copy)
    assert status == 1
    assert f"WRONG  originals/{original.name}: It is not the file that was bundled." in said
    assert said.splitlines()[-1].startswith("NOT VERIFIED")
    assert (alone(copy, bundle)[0], alone(bundle, copy)[0]) == (0, 1)  # another one that is named
    original.unlink()
    assert "It is missing." in alone(copy)[1]
    original.write_bytes(content)
    assert alone(copy)[0] == 0
    (copy / "more.txt").write_text("x")
    assert "more.txt: It is no part of the bundle." in alone(copy)[1]


def remade(copy, name, change):
    """Change a file of a bundle and make its manifest and sums anew, as somebody would who wants to deceive."""
    content = change((copy / name).read_bytes())
    (copy / name).write_bytes(content)
    manifest = manifest_of(copy)
    if name == "manifest.json":
        manifest = json.loads(content)
    else:
        manifest["files"][name] = {"sha256": sha256(content), "size": len(content)}
    written = canonical(manifest) + b"\n"
    (copy / "manifest.json").write_bytes(written)
    (copy / "SHA256SUMS").write_bytes(sums(manifest, written))
    return "\n".join(verify(Bundle(copy))[0])


def untold(act):
    """Say less in the log: an act as its digest alone, which the chain does not notice."""

    def change(content):
        lines = [json.loads(line) for line in content.splitlines()]
        for number, line in enumerate(lines):
            if line.get("act") == act:
                told = {name: value for name, value in line.items() if name not in ("prev", "hash")}
                lines[number] = {"seq": line["seq"], "digest": sha256(canonical(told))}
        return b"".join(canonical(line) + b"\n" for line in lines)

    return change


def test_deceit_with_fitting_sums_is_found(copy, bundle):
    """Quotations moved, texts and originals rewritten, acts redated: hashes made anew do not hide them."""

    def both(name, change, said):
        assert said in remade(copy, name, change), name
        remade(copy, name, lambda _: (bundle / name).read_bytes())
        assert remade(copy, "manifest.json", lambda _: (bundle / "manifest.json").read_bytes()) == ""

    reports = {one["report_id"]: one for one in manifest_of(bundle)["reports"]}
    both(
        "events.jsonl",
        lambda content: content.replace(b'"start": 0, "end"', b'"start": 1, "end"'),
        "do not stand",
    )
    both(reports["x2"]["text"], lambda content: content.replace("شخصين".encode(), "خمسين".encode()), "do not stand")
    both(reports["x2"]["original"], lambda content: content.replace(b"x2", b"x3"), "hash that is its id")
    both("log.jsonl", lambda content: content.replace(b'"at":"2024', b'"at":"2023'), "does not follow")
    both("log.jsonl", lambda content: content.split(b"\n", 1)[1], "does not follow")
    both("log.jsonl", lambda content: content[: content[:-1].rindex(b"\n") + 1], "do not lead to the hash")
    both("log.jsonl", untold("fetch"), "No act of the log tells of its WARC record")
    both("manifest.json", lambda content: content.replace(b'"to":', b'"to":1'), "do not lead to the hash")
    both("manifest.json", lambda content: content.replace(b'"act":', b'"act":1'), "It is no head of this log")
    both("events.jsonl", lambda content: content.split(b"\n", 1)[1], "Its reports are not those of the manifest")
    both(reports["x1"]["record"], lambda content: content[:-1] + b"x", "No act of the log tells of its WARC record")
    both(
        manifest_of(bundle)["stamps"][0]["head"],
        lambda content: content.replace(b'"seq":', b'"seq":9'),
        "does not stamp",
    )


def test_a_quotation_that_is_not_in_the_original_is_found(copy):
    """Text and events invented to fit each other still do not fit the original."""
    facts = next(one for one in manifest_of(copy)["reports"] if one["report_id"] == "x2")
    swap = ("القامشلي".encode(), "الدرباسية".encode()[:16])
    remade(copy, facts["text"], lambda content: content.replace(*swap))
    assert "A quotation does not stand in the original." in remade(
        copy, "events.jsonl", lambda content: content.replace(*swap)
    )


def test_an_incident(case, tmp_path):
    """Only its reports, its line, and its events; an older id leads to it."""
    line = {"incident_id": "i2", "was": ["i1"], "members": [{"report_id": "x2", "event": 0}]}
    incidents = tmp_path / "incidents.jsonl"
    incidents.write_text('{"incident_id": "other", "members": []}\n' + json.dumps(line) + "\n")
    output = tmp_path / "out"
    arguments = ["--archive", str(case / "kept"), "-o", str(output), "--incidents", str(incidents), "--incident", "i1"]
    done = CliRunner().invoke(app, ["bundle", str(case / "coded.jsonl"), *arguments])
    assert done.exit_code == Exit.OK, done.output
    assert json.loads((output / "incidents.jsonl").read_bytes()) == line
    assert [one["report_id"] for one in manifest_of(output)["reports"]] == ["x2"]
    assert manifest_of(output)["incident_id"] == "i2"
    assert alone(output)[0] == 0
    events = json.loads((output / "events.jsonl").read_bytes())["events"]
    for number, missing in ((0, False), (len(events) - 1, False), (len(events), True), (-1, True)):
        line["members"][0]["event"] = number
        said = remade(output, "incidents.jsonl", lambda _: json.dumps(line).encode() + b"\n")
        assert ("An event of report x2 is missing" in said) is missing
    with pytest.raises(ReadError, match="no incident i9"):
        read_incident(incidents, "i9")


def test_a_case_of_a_store_tells_who_changed_what(case, tmp_path):
    """The coding in force is a person's; the bundle has the one before, and its program tells both and compares."""
    store, table = str(tmp_path / "s.db"), tmp_path / "table.csv"

    def run(*arguments):
        done = CliRunner().invoke(app, [*arguments, "--store", store])
        assert done.exit_code == Exit.OK, done.output
        return done.stdout

    run("code", str(case / "sources" / "export.jsonl"), "-q")
    run("export", "-o", str(table))
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    killed = {"killed_low": "3", "killed_best": "3", "killed_high": "3"}
    rows = [row | killed if row["report_id"] == "x2" else row for row in rows]
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    run("import", str(table), "--who", "هدى")
    run("link")
    (incident,) = {one["incident_id"] for one in map(json.loads, run("incident", "list", "--json").splitlines())
                   if one["members"][0]["report_id"] == "x2"}  # fmt: skip
    output = tmp_path / "out"
    kept = shutil.copytree(case / "kept", tmp_path / "kept")
    run("bundle", "--incident", incident, "--archive", str(kept), "-o", str(output))
    status, said = alone(output)
    assert status == 0, said
    assert "coded by marsad" in said
    assert "coded by هدى; it changed killed; in force." in said
    line = (output / "events.jsonl").read_bytes()
    assert "events.jsonl" in remade(output, "events.jsonl", lambda _: line.replace(b'"best": 3', b'"best": 2'))


def test_reports_of_a_watch(case, tmp_path):
    """Coded from the file that a watch wrote, they lead back to the page in the archive by their ids."""
    archive = shutil.copytree(case / "kept", tmp_path / "kept")
    (report,) = read([case / "page.warc.gz"])
    (item,) = Archive(archive).versions("https://example.org/news/1")
    (archive / "watch").mkdir()
    file = archive / "watch" / "reports.jsonl"
    file.write_bytes(report_line(report, {"archive": item.id}))
    coded = tmp_path / "coded.jsonl"
    assert CliRunner().invoke(app, ["code", str(file), "-q", "-o", str(coded)]).exit_code == 0
    manifest = write_bundle(tmp_path / "out", archive=Archive(archive), coded=read_coded([coded]))
    (facts,) = manifest["reports"]
    assert (facts["item"], facts["range"], facts["quotes_in_original"]) == (item.id, None, True)
    assert alone(tmp_path / "out")[0] == 0
    assert verify_archive(archive).notes == []


def test_reports_whose_original_is_not_kept(case, tmp_path):
    """They are named, and nothing is left behind."""
    coded = tmp_path / "coded.jsonl"
    line = json.loads((case / "coded.jsonl").read_text(encoding="utf-8").splitlines()[0])
    line["report"]["sha256"], line["id"] = "0" * 64, "lost"
    coded.write_text(json.dumps(line) + "\n")
    with pytest.raises(ArchiveError, match="otherwise now: lost"):
        write_bundle(tmp_path / "out", archive=Archive(case / "kept"), coded=read_coded([coded]))
    assert [path.name for path in tmp_path.iterdir()] == ["coded.jsonl"]


def test_wrong_use(case, tmp_path):
    """Files that hold no coded report, reports that are not there, an output that is."""
    (tmp_path / "x.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(ReadError, match="line 1: This is no coded report"):
        read_coded([tmp_path / "x.jsonl"])
    (tmp_path / "x.jsonl").write_text("nonsense\n")
    with pytest.raises(ReadError, match="no JSON"):
        read_coded([tmp_path / "x.jsonl"])
    with pytest.raises(ReadError, match="no coding of the report nobody"):
        read_coded([case / "coded.jsonl"], wanted={"nobody"})
    with pytest.raises(ReadError, match="coded before"):
        read_coded([case / "coded.jsonl", case / "coded.jsonl"])
    with pytest.raises(SettingsError, match="exists"):
        write_bundle(tmp_path, archive=Archive(case / "kept"), coded=())
    done = CliRunner().invoke(app, ["bundle", "x", "--archive", str(case / "kept"), "-o", "y", "--incident", "i"])
    assert done.exit_code == Exit.USAGE
    assert alone(case / "kept", tmp_path / "nowhere")[0] != 0
