"""What can be read: compressed files, damaged ones, files that grow, rotate and shrink."""

import bz2
import gzip
import io
import lzma
import os
import threading
import time
import zlib

import pytest
from stream import texts

from matcher.api import Matcher
from matcher.errors import InputError
from matcher.stream import decoding
from matcher.stream.follow import Followed

LOG = b"start\n" + texts.PYTHON + b"end\n"


@pytest.fixture(scope="module")
def opened():
    return Matcher.open()


def zstandard(data):
    from backports import zstd

    return zstd.compress(data)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard])
def test_compressed_by_its_first_bytes(opened, tmp_path, compress):
    """Compressed data are known by their first bytes, whatever the name; several members in a row count."""
    path = tmp_path / "app.log"
    path.write_bytes(compress(LOG) + compress(LOG))
    assert [r.place.first_line for r in opened.scan(path)] == [2, 8]
    assert len(list(opened.scan(io.BytesIO(compress(LOG))))) == 1
    assert len(list(opened.scan([bytes([byte]) for byte in compress(LOG)]))) == 1


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard])
def test_truncated_and_damaged(opened, compress):
    """What could be read is reported, then the damage."""
    noise = os.urandom(1_500_000)
    whole = compress(LOG + noise)
    found = []
    with pytest.raises(InputError, match="too early"):
        found.extend(opened.scan(io.BytesIO(whole[: len(whole) - 20])))
    assert len(found) == 1
    broken = bytearray(compress(LOG * 2000))
    broken[len(broken) // 2] ^= 0xFF
    with pytest.raises(InputError, match=r"damaged|too early"):
        list(opened.scan(io.BytesIO(bytes(broken))))


def test_padding_behind_the_last_member(opened):
    """Zero bytes behind a gzip member, as tapes leave them, are no damage."""
    assert len(list(opened.scan(io.BytesIO(gzip.compress(LOG) + b"\0" * 5000)))) == 1


def test_a_bomb_is_stopped(opened, monkeypatch):
    """Data that decompress to absurd sizes end with an error that says so."""
    monkeypatch.setattr(decoding, "RATIO_FROM_BYTES", 1 << 20)
    bomb = zlib.compressobj(9, wbits=31)
    data = b"".join(bomb.compress(b"\0" * (1 << 20)) for _ in range(20)) + bomb.flush()
    with pytest.raises(InputError, match="bomb"):
        list(opened.scan(io.BytesIO(data)))


def test_a_file_that_shrinks(opened, tmp_path):
    """A file that is cut while it is read says so in the end."""
    path = tmp_path / "a.log"
    path.write_bytes(LOG + b"x\n" * 4_000_000)
    scan = opened.scan(path)
    assert next(scan).place.first_line == 2
    os.truncate(path, 100)
    assert list(scan) == []
    assert "became shorter" in scan.source.trouble


def test_follow_growth_rotation_and_truncation(opened, tmp_path):
    """A followed file goes on when it grows, when another takes its name, and when it is cut."""
    path = tmp_path / "app.log"
    path.write_bytes(LOG)
    source = Followed(str(path))
    found = []

    def read():
        found.extend((r.best.captures["name"], r.source) for r in opened.scan(source))

    def wait_for(count):
        deadline = time.monotonic() + 30  # a guard against hanging
        while len(found) < count and time.monotonic() < deadline:
            time.sleep(0.02)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    wait_for(1)
    with path.open("ab") as file:
        file.write(LOG.replace(b"yaml", b"grown"))
    wait_for(2)
    with path.open("ab") as file:
        file.write(LOG.replace(b"yaml", b"last"))
    path.rename(tmp_path / "app.log.1")
    path.write_bytes(LOG.replace(b"yaml", b"rotated"))
    wait_for(4)
    path.write_bytes(b"")
    time.sleep(0.3)
    with path.open("ab") as file:
        file.write(LOG.replace(b"yaml", b"truncated"))
    wait_for(5)
    source._is_stopped = True
    thread.join(10)
    assert [name for name, _ in found] == ["yaml", "grown", "last", "rotated", "truncated"]
    assert len(source.notices) == 2
