"""str | bytes | exception -> `Haystack`: the bytes that are searched, and what is known of the exception.

Text is bytes until it is rendered, and offsets are byte offsets into `Haystack.data`. After the text come
the facts of a live exception as lines that log text cannot forge, so that one scan covers both.
"""

import re
from time import monotonic, thread_time

from matcher.engine.objects import Object, find_objects
from matcher.engine.records import Decoded, decode_records
from matcher.traces import chain
from matcher.traces.chain import Frame, Link, Part

EVENT_BYTES = 256 * 1024  # what is kept of one event: its first and its last half
REGEX_BYTES = 64 * 1024  # the only real bound on one step of a regex (PROMISES X3)
EVENT_S = 0.100  # time of this thread for confirming one event
FACT = b"\x1e"  # opens each fact line; removed from incoming text

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[PX^_][^\x1b\n]*\x1b\\|[ -/]*[0-~])?"
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def normalize(data: bytes) -> bytes:
    """Remove terminal escapes and fact markers, unify line ends, decode UTF-16 with a BOM."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            data = data[len(bom) :]
            if encoding != "utf-8":
                data = data.decode(encoding, "replace").encode("utf-8", "replace")
    if b"\x1b" in data:
        data = _ESCAPES.sub(b"", data)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if FACT in data:
        data = data.replace(FACT, b"")
    return data


class Haystack:
    """One event, ready to be searched.

    `data[:text_end]` is text; behind it stand fact lines. `links` are the exceptions of the
    chain, the raised one first; they are read from a live exception, or parsed from the text
    on first use. `first_line` is the line number of the event in its source.
    """

    __slots__ = (
        "_deadline",
        "_decoded",
        "_half_time",
        "_links",
        "_lower",
        "_objects",
        "_parts",
        "_views",
        "data",
        "first_line",
        "incomplete",
        "live",
        "text_end",
    )

    def __init__(self, text: bytes, links: "tuple[Link, ...] | None" = None, first_line: int = 1) -> None:
        self.incomplete: dict[str, None] = {}  # ordered set of limits that were hit
        if len(text) > EVENT_BYTES:
            half = EVENT_BYTES // 2
            text = text[:half] + b"\n" + text[-half:]
            self.incomplete["the middle of an event over 256 KiB was left out"] = None
        self.live = links is not None
        self._decoded: tuple[Decoded, ...] = ()
        if not self.live:
            text, self._decoded = decode_records(text, normalize)
        self.text_end = len(text)
        self.data = text + _fact_lines(links) if links else text
        self._deadline = 0.0
        self._half_time: float | None = None
        self.first_line = first_line
        self._lower: bytes | None = None
        self._links = links
        self._parts: tuple[Part, ...] | None = None
        self._objects: tuple[Object, ...] | None = None
        self._views: dict[str, tuple[tuple[int, int], ...]] = {}

    def start_clock(self) -> None:
        """Begin the time budget of this event."""
        self._deadline = monotonic() + EVENT_S / 2

    def out_of_time(self) -> bool:
        """Whether the budget is used up; what was not tried is then unknown, and reported so.

        The wall clock is cheap to ask, but on a busy machine it would lose answers. So the
        time of the thread decides, and is asked only when the wall clock has run out.
        """
        now = monotonic()
        if now <= self._deadline:
            return False
        used = thread_time()
        if self._half_time is None:
            self._half_time = used
        if used - self._half_time < EVENT_S / 2:
            self._deadline = now + EVENT_S / 2
            return False
        self.incomplete["the time for this event was used up"] = None
        return True

    @property
    def text(self) -> bytes:
        """The text without the facts."""
        return self.data if self.text_end == len(self.data) else self.data[: self.text_end]

    @property
    def lower(self) -> bytes:
        """The text, ASCII-lowercased; offsets are the same."""
        if self._lower is None:
            self._lower = self.text.lower()
        return self._lower

    @property
    def links(self) -> tuple[Link, ...]:
        """The exceptions of the chain; from text they have no attributes and no base classes."""
        if self._links is None:
            self._links = chain.links_of(self.text, self.parts)
        return self._links

    @property
    def parts(self) -> tuple[Part, ...]:
        """Where each exception of the chain stands in the text."""
        if self._parts is None:
            self._parts = chain.parts_of(self.text)
        return self._parts

    def frames(self, link: Link) -> tuple[Frame, ...]:
        """The frames of a link, the raising one last."""
        if self.live:
            return link.frames
        part = chain.from_raised(self.parts)[link.number]
        return chain.frames_of(self.text, part.start, part.end)

    def view(self, name: str) -> tuple[tuple[int, int], ...]:
        """The spans of the text that a `where:` names."""
        spans = self._views.get(name)
        if spans is None:
            spans = self._views[name] = chain.view_of(name, self.text, self.parts, self._links or ())
        return spans

    @property
    def objects(self) -> tuple[Object, ...]:
        """Embedded JSON and Python-repr objects, parsed on first use."""
        if self._objects is None:
            self._objects = find_objects(self.text, self.incomplete)
        return self._objects

    def line_of(self, offset: int) -> int:
        """The line of the source at a byte offset, counted from 1."""
        for place in reversed(self._decoded):
            if offset >= place.start:
                offset = place.origin
                break
        return self.first_line + self.data.count(b"\n", 0, min(offset, self.text_end))


def _fact_lines(links: "tuple[Link, ...] | None") -> bytes:
    lines: list[str] = [""]
    for link in links or ():
        for index, name in enumerate(link.classes):
            lines.append(f"\x1e{link.number} {'base' if index else 'class'} {name}")
        lines.extend(f"\x1e{link.number} attr {name}={value}" for name, value in link.attrs.items())
    return "\n".join(lines).encode("utf-8", "backslashreplace")
