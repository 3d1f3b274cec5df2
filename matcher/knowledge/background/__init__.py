"""The background model: ordinary program output, to measure how specific a signature is.

Turns two packed files into lines and token counts. Knows nothing of entries, conditions or bits.
"""

from __future__ import annotations

import functools
import gzip
import importlib.resources
import json
import re

CORPUS_FILE = "corpus.txt.gz"
TOKENS_FILE = "tokens.json.gz"

# A word of ASCII letters, digits and "_", or a run of bytes outside ASCII.
_TOKEN = re.compile(rb"[a-z0-9_]+|[^\x00-\x7f]+")


def tokens_of(text: bytes) -> list[str]:
    """Return the tokens of a text in their order, repeats included.

    ASCII letters are lowered. A token of digits only becomes "0", so that all numbers count as
    one; digits inside a mixed token stay. Bytes that are not UTF-8 become U+FFFD.

    Cost: linear in the text.

    >>> tokens_of(b"GET /v2/items/815 404: Not_Found, caf\\xc3\\xa9")
    ['get', 'v2', 'items', '0', '0', 'not_found', 'caf', '\\xe9']
    """
    return [
        "0" if token.isdigit() else token.decode("utf-8", "replace") for token in _TOKEN.findall(text.lower())
    ]


@functools.cache
def corpus_lines() -> list[bytes]:
    """Return the lines of ordinary output, without line ends, grouped by source.

    The list is shared by all callers: do not change it. UTF-8, at most 400 bytes a line, no
    line is empty or occurs twice. No line is known to report a real, unexplained failure; that
    was filtered by patterns and is a heuristic.

    Cost: about 3 MB are unpacked on the first call.
    """
    return _unpacked(CORPUS_FILE).splitlines()


@functools.cache
def token_counts() -> tuple[int, dict[str, int]]:
    """Return the number of lines, and in how many lines each token occurs.

    Tokens are those of `tokens_of`. One that is absent occurs in at most one line. The mapping
    is shared by all callers: do not change it.
    """
    model = json.loads(_unpacked(TOKENS_FILE))
    return model["lines"], model["tokens"]


def _unpacked(name: str) -> bytes:
    packed = importlib.resources.files(__name__).joinpath(name).read_bytes()
    return gzip.decompress(packed)
