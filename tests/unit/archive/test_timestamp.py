import http.server
import shutil
import subprocess
import threading
from datetime import UTC, datetime

import pytest
from tests.unit.archive.authority import Authority
from tests.unit.archive.made import response
from typer.testing import CliRunner

from marsad.archive import Archive, Writer
from marsad.archive.timestamp import check_stamps, read_certificates, stamp_head
from marsad.archive.verdict import Verdict
from marsad.archive.verify import verify
from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.errors import ArchiveError, SettingsError

pytest.importorskip("rfc3161_client")
if not shutil.which("openssl"):
    pytest.skip("The test authority runs on openssl.", allow_module_level=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa") / "one")


@pytest.fixture
def serve():
    """Serve a function from request to answer; gives the address."""
    servers = []

    def start(answer):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                content = answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def writer(tmp_path):
    made = Writer(tmp_path / "a", who="Salma")
    made.add_response(response("https://example.org/a"))
    return made


def held(folder, root):
    verdict = Verdict()
    stamps = check_stamps(folder, list(Archive(folder).entries()), read_certificates(root), verdict)
    return stamps, verdict.faults


def test_a_head_is_stamped_and_checked_offline(writer, authority, serve):
    """The stamp holds against the authority's certificate, for marsad and for openssl."""
    entry = stamp_head(writer, serve(authority.answer), allow_private=True)
    ((stamp,), faults) = held(writer.folder, authority.root)
    assert (stamp.seq, faults) == (2, [])
    assert abs((datetime.now(UTC) - stamp.at).total_seconds()) < 60
    assert entry.details["stamped_hash"] == entry.prev
    head, token = (str(writer.folder / name) for name in entry.details["files"])
    command = ["openssl", "ts", "-verify", "-data", head, "-in", token, "-CAfile", str(authority.root)]
    assert b"Verification: OK" in subprocess.run(command, check=True, capture_output=True).stdout
    assert verify(writer.folder).faults == []


def test_stamps_of_others_and_damaged_stamps_do_not_hold(writer, authority, serve, tmp_path):
    """A certificate that did not sign, a changed statement, a changed stamp."""
    entry = stamp_head(writer, serve(authority.answer), allow_private=True)
    stranger = Authority(tmp_path / "stranger")
    assert held(writer.folder, stranger.root)[1]
    for name in entry.details["files"]:
        content = (writer.folder / name).read_bytes()
        changed = bytearray(content)
        changed[len(changed) // 2] ^= 1
        (writer.folder / name).write_bytes(bytes(changed))
        assert held(writer.folder, authority.root)[1]
        assert [fault.file for fault in verify(writer.folder).faults] == [name]
        (writer.folder / name).write_bytes(content)
    assert not held(writer.folder, authority.root)[1]


def test_answers_that_are_no_stamp_are_not_kept(writer, authority, serve):
    """Rubbish, and the stamp of an earlier request played back."""
    old = []

    def replayed(request):
        old.append(authority.answer(request))
        return old[0]

    again = serve(replayed)
    stamp_head(writer, again, allow_private=True)
    for url in (again, serve(lambda _: b"no stamp")):
        acts = len(list(Archive(writer.folder).entries()))
        with pytest.raises(ArchiveError, match="stamp"):
            stamp_head(writer, url, allow_private=True)
        assert len(list(Archive(writer.folder).entries())) == acts


def test_the_commands(writer, authority, serve):
    """`timestamp` asks, `verify --certificate` tells what the stamp proves."""
    run, folder = CliRunner().invoke, str(writer.folder)
    asked = run(app, ["archive", "timestamp", serve(authority.answer), "--archive", folder, "--allow-private"])
    assert asked.exit_code == Exit.OK, asked.output
    told = run(app, ["archive", "verify", folder, "--certificate", str(authority.root)])
    assert told.exit_code == Exit.OK
    assert "Act 2 and all before it existed at 20" in told.output
    assert run(app, ["archive", "timestamp", "http://127.0.0.1:9/", "--archive", folder]).exit_code != Exit.OK


def test_certificates_that_are_none(tmp_path):
    """A file without a certificate is named, with the remedy."""
    (tmp_path / "x.pem").write_text("nothing")
    with pytest.raises(SettingsError, match=r"x\.pem"):
        read_certificates(tmp_path / "x.pem")
