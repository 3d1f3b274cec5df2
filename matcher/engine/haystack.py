"""str | bytes | exception -> `Haystack`: the bytes that are searched, and what is known of the exception.

Text is bytes until it is rendered, and offsets are byte offsets into `Haystack.data`. After the text come
the facts of a live exception as lines that log text cannot forge, so that one scan covers both.
"""

from collections.abc import Sequence
from time import monotonic, thread_time
from typing import NamedTuple

from matcher.engine.objects import Object, find_objects
from matcher.engine.records import Decoded, decode_records
from matcher.traces import chain
from matcher.traces.chain import Frame, Link, Part
from matcher.traces.controls import strip_controls

EVENT_BYTES = 256 * 1024  # what is kept of one event: its first and its last half
REGEX_BYTES = 64 * 1024  # the only real bound on one step of a regex (PROMISES X3)
EVENT_S = 0.100  # time of this thread for confirming one event


class Budget(NamedTuple):
    """Time that one event may take: of the thread for confirming it, of the CPU for one regex."""

    event_s: float
    search_s: float


_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def normalize(data: bytes) -> bytes:
    """Remove terminal escapes and fact markers, unify line ends, decode UTF-16 with a BOM."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            data = data[len(bom) :]
            if encoding != "utf-8":
                data = data.decode(encoding, "replace").encode("utf-8", "replace")
    data = strip_controls(data)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


class Haystack:
    """One event, ready to be searched.

    `data[:text_end]` is text; behind it stand fact lines. `links` are the exceptions of the
    chain, the raised one first; they are read from a live exception, or parsed from the text
    on first use; `parts` are where they stand, if the text was written from them. `first_line` is the line
    number of the event in its source; `line_numbers` are those of all its lines where they do not follow
    each other.
    """

    __slots__ = (
        "_budget",
        "_deadline",
        "_decoded",
        "_half_time",
        "_line_numbers",
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

    def __init__(
        self,
        text: bytes,
        links: "tuple[Link, ...] | None" = None,
        first_line: int = 1,
        line_numbers: Sequence[int] | None = None,
        *,
        parts: "tuple[Part, ...] | None" = None,
        budget: Budget | None = None,
    ) -> None:
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
        self._line_numbers = line_numbers
        self._lower: bytes | None = None
        self._links = links
        self._parts = parts
        self._budget = budget
        self._objects: tuple[Object, ...] | None = None
        self._views: dict[str, tuple[tuple[int, int], ...]] = {}

    def start_clock(self) -> None:
        """Begin the time budget of this event."""
        self._deadline = monotonic() + self._event_s / 2

    @property
    def _event_s(self) -> float:
        return EVENT_S if self._budget is None else self._budget.event_s

    def search_s(self, otherwise: float) -> float:
        """CPU time that one regex may take."""
        return otherwise if self._budget is None else self._budget.search_s

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
        if used - self._half_time < self._event_s / 2:
            self._deadline = now + self._event_s / 2
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

    def link_at(self, offset: int) -> int:
        """The number of the exception of the chain that stands at an offset; 0 where there is no chain."""
        if self._parts is None and not chain.has_joints(self.text):
            return 0
        for number, part in enumerate(chain.from_raised(self.parts)):
            if part.start <= offset < part.end:
                return number
        return 0

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
        return self._number(self.data.count(b"\n", 0, min(offset, self.text_end)))

    def _number(self, index: int) -> int:
        """The number in the source of the line that is `index` lines below the first."""
        if self._line_numbers is None:
            return self.first_line + index
        return self._line_numbers[min(index, len(self._line_numbers) - 1)]

    def after_lines(self, offset: int, lines: int) -> int:
        """Where the `lines`-th line of the source ends, the line at `offset` being the first."""
        position = offset
        if self._line_numbers is None:
            for _ in range(lines):
                at = self.data.find(b"\n", position, self.text_end)
                if at < 0:
                    return self.text_end
                position = at + 1
            return position
        last = self.line_of(offset) + lines
        index = self.data.count(b"\n", 0, offset)
        while self._number(index) < last:
            at = self.data.find(b"\n", position, self.text_end)
            if at < 0:
                return self.text_end
            position, index = at + 1, index + 1
        return position


def _fact_lines(links: "tuple[Link, ...] | None") -> bytes:
    lines: list[str] = [""]
    for link in links or ():
        for index, name in enumerate(link.classes):
            lines.append(f"\x1e{link.number} {'base' if index else 'class'} {name}")
        lines.extend(f"\x1e{link.number} attr {name}={value}" for name, value in (link.attrs or {}).items())
    return "\n".join(lines).encode("utf-8", "backslashreplace")
