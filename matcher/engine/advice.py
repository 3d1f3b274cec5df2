"""Fills `%{name}` in advice: one pass, values sanitized, shell-quoted in commands. Advice is never run.

Templates are cut into pieces once, when an entry is decoded; filling one is a join.
"""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

VALUE_CHARACTERS = 200
REPLACED = "\ufffd"  # stands for what cannot be shown; never put into a command
CAPTURE = re.compile(r"%\{(\w+)\}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_PLAIN = re.compile(r"[\w@%+=:,./-]+", re.ASCII)

Values = Mapping[str, str]


def shown(value: bytes) -> str:
    """A captured value as it may be shown: one line, no control characters, at most 200 characters."""
    text = value.decode("utf-8", "replace")
    if not text.isprintable():
        text = _CONTROL.sub(REPLACED, text)
    return text if len(text) <= VALUE_CHARACTERS else text[:VALUE_CHARACTERS] + "…"


class Template:
    """A sentence with captures in it.

    >>> Template("no module %{name}").fill({"name": "yaml"})
    'no module yaml'
    >>> Template("no module %{name}").fill({})
    'no module <name>'
    """

    __slots__ = ("pieces",)

    def __init__(self, text: str) -> None:
        self.pieces = CAPTURE.split(text)  # text, name, text, name, ..., text

    @property
    def names(self) -> Sequence[str]:
        """The captures that it speaks of."""
        return self.pieces[1::2]

    def fill(self, values: Values) -> str:
        """Put values in; a capture without a value shows its name."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        if len(self.pieces) == 3:
            before, name, after = self.pieces
            return before + values.get(name, f"<{name}>") + after
        filled = self.pieces.copy()
        for place in range(1, len(filled), 2):
            name = filled[place]
            filled[place] = values.get(name, f"<{name}>")
        return "".join(filled)


class CommandTemplate(Template):
    """A command with captures in it, quoted for the shell of its platform.

    >>> CommandTemplate("pip install %{name}", "any").fill({"name": "x; rm -rf /"})
    "pip install 'x; rm -rf /'"
    >>> CommandTemplate('psql -c "drop %{name}"', "any").fill({"name": "$(reboot)"})
    'psql -c "drop <name>"'
    """

    __slots__ = ("inside", "windows")

    def __init__(self, text: str, platform: str) -> None:
        super().__init__(text)
        self.windows = platform == "windows"
        before = ("".join(self.pieces[:place]) for place in range(1, len(self.pieces), 2))
        #: For each capture whether it stands inside quotes of the command.
        self.inside = [bool(text.count('"') % 2 or text.count("'") % 2) for text in before]

    def fill(self, values: Values) -> str:
        """Put values in; what cannot be quoted where it stands shows its name."""
        if not self.inside:
            return self.pieces[0]
        filled = self.pieces.copy()
        for number, inside in enumerate(self.inside):
            place = 2 * number + 1
            filled[place] = self._value(filled[place], values, inside)
        return "".join(filled)

    def _value(self, name: str, values: Values, inside: bool) -> str:
        raw = values.get(name)
        if raw is None:
            return f"<{name}>"
        if len(raw) > VALUE_CHARACTERS or REPLACED in raw:
            return f"<{name}>"  # it is not the whole value: the command would hit something else
        plain = _PLAIN.fullmatch(raw) is not None
        if inside:
            # Inside quotes nothing can be quoted again: only what needs none is put there.
            return raw if plain else f"<{name}>"
        if raw.startswith("-"):
            raw = "./" + raw  # it would be read as an option
        if self.windows:
            return _quote_windows(raw, f"<{name}>")
        return raw if plain else shlex.quote(raw)


def _quote_windows(value: str, otherwise: str) -> str:
    """Quote for cmd and PowerShell alike; what one of them would interpret cannot be put in."""
    if re.search(r"[\"%!`$^&|<>\r\n]", value):
        return otherwise
    return value if _PLAIN.fullmatch(value) else f'"{value}"'


_template = lru_cache(maxsize=4096)(Template)


def fill(text: str, values: Values) -> str:
    """Fill a sentence of an entry."""
    return _template(text).fill(values) if "%{" in text else text


Filler = Callable[[Values], tuple[str, ...]]


def filler(texts: Sequence[str], platform: str = "") -> Filler | None:
    """A function that fills several texts (commands if a platform is given); None if nothing is to fill."""
    templates = [
        (place, CommandTemplate(text, platform) if platform else Template(text))
        for place, text in enumerate(texts)
        if "%{" in text
    ]
    if not templates:
        return None

    def fill_all(values: Values) -> tuple[str, ...]:
        filled = list(texts)
        for place, template in templates:
            filled[place] = template.fill(values)
        return tuple(filled)

    return fill_all
