"""Packages are found without being imported, and whatever is in their files is survived."""

import struct
import sys

import pytest
from code_of_packages import package, shown

from matcher.errors import InputError
from matcher.mining import catalogues, harvest, sources
from matcher.mining.model import Stats


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A distribution "acme-queue" that installs the module "acme", as pip lays it out."""
    package(tmp_path, {
        "__init__.py": 'raise RuntimeError("the package was imported by somebody")\n',
        "core.py": 'raise ValueError("the lease was lost for good")\n',
        "tests/test_core.py": 'raise ValueError("a message of the tests")\n',
    })  # fmt: skip
    info = tmp_path / "acme_queue-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: Acme_Queue\nVersion: 2.1\n")
    (info / "RECORD").write_text(
        "acme/__init__.py,,\nacme/core.py,,\nacme/tests/test_core.py,,\n../../bin/acme.py,,\n"
    )
    (info / "top_level.txt").write_text("acme\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    sources._distributions_by_module.cache_clear()
    yield tmp_path
    sources._distributions_by_module.cache_clear()


@pytest.mark.parametrize("name", ["acme-queue", "Acme.Queue", "acme"])
def test_names_of_packages(installed, name):
    """A distribution is found by any spelling of its name, and by the module it installs."""
    found = sources.find(name)
    assert (found.package, found.version, found.importable) == ("acme-queue", "2.1", True)
    assert found.files == ("acme/__init__.py", "acme/core.py")
    assert "acme" not in sys.modules


def test_a_part_of_a_package(installed):
    """A dotted name means one module of a package."""
    assert sources.find("acme.core").files == ("acme/core.py",)


def test_an_editable_installation(installed):
    """A distribution that lists no source files is found through its modules."""
    (installed / "acme_queue-2.1.dist-info" / "RECORD").write_text("__editable__.acme.pth,,\n")
    assert sources.find("acme-queue").files == ("acme/__init__.py", "acme/core.py")


def test_folders_and_files(tmp_path):
    """A path means itself; modules have names only inside of a package."""
    root = package(tmp_path, {"core.py": "x = 1\n"})
    found = sources.find(root)
    assert (found.package, found.files, found.importable) == (
        "acme",
        ("acme/__init__.py", "acme/core.py"),
        True,
    )
    (tmp_path / "tool.py").write_text("x = 1\n")
    found = sources.find(str(tmp_path / "tool.py"))
    assert (found.package, found.files, found.importable) == ("tool", ("tool.py",), False)
    assert sources.find(str(tmp_path)).importable is False


def test_the_standard_library():
    """`stdlib` is all of it without its tests, a module of it is that one."""
    found = sources.find("stdlib")
    assert {"argparse.py", "json/decoder.py"} <= set(found.files)
    assert not [one for one in found.files if one.startswith(("test/", "site-packages/", "idlelib/"))]
    assert (sources.find("json").package, sources.find("json.decoder").files) == (
        "stdlib",
        ("json/decoder.py",),
    )


def test_several_names(installed):
    """Parts of one package are one source; two packages of one name are refused."""
    one, two = sources.find_all(["json.decoder", "acme.core", "json.encoder"])
    assert one.files == ("json/decoder.py", "json/encoder.py")
    assert two.files == ("acme/core.py",)
    other = package(installed / "other", {}, "acme-queue")
    with pytest.raises(InputError, match="both hold a package 'acme-queue'"):
        sources.find_all(["acme-queue", other])


def test_unknown_names(installed):
    """A name that is not installed is refused, with the nearest ones."""
    with pytest.raises(
        InputError, match=r"no package 'acme-queu' is installed here; did you mean .*Acme_Queue"
    ):
        sources.find("acme-queu")
    with pytest.raises(InputError, match="name a package, a folder or a file"):
        sources.find("qqqqqqqqqqqqqqq")
    with pytest.raises(InputError, match="no Python source"):
        sources.find("_thread")  # it is compiled in


def test_bad_files_are_counted(tmp_path, monkeypatch):
    """Syntax errors, NUL bytes, huge and deeply nested files are passed over; the rest is read."""
    monkeypatch.setattr(harvest, "FILE_BYTES", 200_000)
    root = package(tmp_path, {
        "broken.py": "def f(:\n",
        "deep.py": "x = " + "(" * 5000 + ")" * 5000 + "\n",
        "sum.py": "raise E(" + " + ".join(["'piece'"] * 5000) + ")\n",
        "huge.py": "# " + "x" * 300_000 + "\n",
        "latin.py": "# -*- coding: latin-1 -*-\nraise ValueError('read all the same: \xe9')\n",
        "good.py": 'raise ValueError("the lease was lost for good")\n',
    })  # fmt: skip
    (tmp_path / "acme" / "nul.py").write_bytes(b"x = 1\0\n")
    (tmp_path / "acme" / "latin.py").write_bytes(
        "# -*- coding: latin-1 -*-\nraise ValueError('read all the same: \xe9')\n".encode("latin-1")
    )
    stats = Stats()
    found = [shown(one.template) for one in harvest.sites(sources.find(root), stats)]
    assert found == ["the lease was lost for good", "read all the same: é"]
    assert sum(stats.skipped_files.values()) + stats.files == 8
    assert stats.skipped_files["too large"] == 1
    assert stats.skipped_files["syntax error"] >= 2


def test_links_are_not_followed(tmp_path):
    """A folder behind a link is not entered, so a cycle of links ends."""
    root = package(tmp_path, {"core.py": "x = 1\n"})
    (tmp_path / "acme" / "again").symlink_to(tmp_path / "acme")
    assert sources.find(root).files == ("acme/__init__.py", "acme/core.py")


def compiled_catalogue(*messages: bytes) -> bytes:
    """A `.mo` file with these message ids and empty translations."""
    start = 28 + 8 * len(messages)
    table, texts = b"", b""
    for one in messages:
        table += struct.pack("<2I", len(one), start + len(texts))
        texts += one + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(messages), 28, 28, 0, 0) + table + texts


def test_catalogues(tmp_path):
    """Messages about errors in a catalogue are taken, with the place of their `gettext` call if there is one."""
    root = package(tmp_path, {
        "core.py": 'print(_("the file %s does not exist, nothing to do"))\nraise E(_("this lease is not known"))\n',
        "locale/de/acme.po": 'msgid ""\nmsgstr "x"\n\nmsgid "could not "\n"open \\"%(name)s\\" now"\nmsgstr ""\n',
    })  # fmt: skip
    data = compiled_catalogue(b"", b"the file %s does not exist, nothing to do", b"Save as", b"this lease is not known",
                              b"menu\x04{n} item is missing\0{n} items are missing")  # fmt: skip
    (tmp_path / "acme" / "locale" / "de" / "acme.mo").write_bytes(data)
    (tmp_path / "acme" / "locale" / "de" / "bad.mo").write_bytes(data[:60])
    stats = Stats()
    found = [(shown(one.template), one.place, one.origin) for one in harvest.sites(sources.find(root), stats)]
    assert found == [
        ("this lease is not known", "acme/core.py:2", "raise"),
        ("the file {value} does not exist, nothing to do", "acme/core.py:1", "catalogue"),
        ("{n} item is missing", "acme/locale/de/acme.mo", "catalogue"),
        ("{n} items are missing", "acme/locale/de/acme.mo", "catalogue"),
        ('could not open "{name}" now', "acme/locale/de/acme.po", "catalogue"),
    ]
    assert stats.skipped_files == {"not readable": 1}


@pytest.mark.parametrize("data", [b"", b"\xde\x12\x04\x95", b"nonsense" * 9])
def test_a_file_that_is_no_catalogue(data):
    """Whatever the bytes are, reading them ends with one of two known errors."""
    with pytest.raises((ValueError, struct.error)):
        list(catalogues.read_mo(data))
