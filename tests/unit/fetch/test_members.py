import io
import stat
import zipfile

import pytest

from marsad.errors import ReadError
from marsad.fetch.members import Bounds, members


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    """A ZIP of (name or ZipInfo, content)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream


def read(stream, **bounds):
    return [(member.name, member.read()) for member in members(stream, file="x.wacz", bounds=Bounds(**bounds))]


def test_members_come_in_their_order():
    """Names with folders and Arabic letters; folders themselves are passed over."""
    stream = packed(("archive/", b""), ("archive/a.warc", b"abc"), ("صور/ب.txt", b"d"))
    assert read(stream) == [("archive/a.warc", b"abc"), ("صور/ب.txt", b"d")]


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "..\\a", "C:/a", "C:\\a", "\\\\host\\a"])
def test_names_that_lead_out_are_refused(name):
    """No name leaves the folder, by the rules of any system, and nothing before it is read either."""
    with pytest.raises(ReadError, match="leads out"):
        read(packed(("good", b"x"), (zipfile.ZipInfo(name), b"x")))


def test_links_are_refused():
    """A symbolic link in an archive points wherever its maker likes."""
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(ReadError, match="link"):
        read(packed((info, "/etc/passwd")))


def test_two_files_of_one_name_are_refused():
    """Also when only a disk that ignores case would mix them up."""
    with pytest.raises(ReadError, match="Two files"):
        read(packed(("a.txt", b"1"), ("A.txt", b"2")))


def test_bombs_are_refused():
    """Ratio, size of one, size of all, and number of files."""
    bomb = packed(("bomb", bytes(30 * 1024 * 1024)))
    with pytest.raises(ReadError, match="unpacks into more"):
        read(bomb)
    plain = packed(("a", b"x" * 500), ("b", b"x" * 500), method=zipfile.ZIP_STORED)
    with pytest.raises(ReadError, match="unpacks into more"):
        read(plain, member=499)
    with pytest.raises(ReadError, match="unpacks into more"):
        read(plain, total=999)
    with pytest.raises(ReadError, match="holds 2 files"):
        read(plain, count=1)
    assert len(read(plain)) == 2


def test_sizes_that_lie_are_not_believed():
    """An archive that says its bomb is small still stops at the bound."""
    stream = packed(("bomb", bytes(30 * 1024 * 1024)))
    content = stream.getvalue().replace((30 * 1024 * 1024).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(ReadError):
        read(io.BytesIO(content))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"no archive", packed(("a", b"x" * 90)).getvalue()[:-9]],
    ids=["empty", "two bytes", "text", "cut"],
)
def test_broken_archives(content):
    """What is no ZIP is named as that."""
    with pytest.raises(ReadError, match=r"x\.wacz"):
        read(io.BytesIO(content))


def test_damaged_members():
    """A member whose bytes do not fit its checksum is refused."""
    content = bytearray(packed(("a", b"abcdef" * 99), method=zipfile.ZIP_STORED).getvalue())
    content[60] ^= 1
    with pytest.raises(ReadError, match="cannot be unpacked"):
        read(io.BytesIO(bytes(content)))
