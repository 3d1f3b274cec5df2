"""Untrusted text in, harmless text out: no control of the terminal, no forged lines, no CI commands.

Whatever is printed goes through here, and matching never does: it needs the original bytes.
"""

import re

# C0 except \n and \t, DEL, C1, line and paragraph separator, bidi controls, BOM, lone surrogates.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

# .NET compares strings by culture, which skips these; both CI runners below are written in it.
_NO_WIDTH = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f"

#: The first `#` of `##[command]` (GitHub) or `##vso[command]` (Azure). Both runners obey it
#: anywhere in a line. Source: `ActionCommand.TryParse` in actions/runner, `Command.TryParse`
#: in microsoft/azure-pipelines-agent.
HASH_COMMAND = re.compile(rf"#(?=[{_NO_WIDTH}]*#[\w{_NO_WIDTH}]*\[)")

# `::command::` counts after leading blanks only. Source: `ActionCommand.TryParseV2`.
_COLON_COMMAND = re.compile(rf"[\s{_NO_WIDTH}]*:[{_NO_WIDTH}]*:")


def visible(text: str) -> str:
    r"""Return `text` with everything that could control a terminal as a visible escape.

    The result holds no control character but `\n` and `\t`, no bidi control and no lone
    surrogate. It is not reversible: a text that already reads `\x1b` stays as it is.

    >>> visible("\x1b[2J\u202etxt.exe")
    '\\x1b[2J\\u202etxt.exe'
    """
    return _UNSAFE.sub(_escape, text)


def line(text: str, limit: int = 200) -> str:
    r"""Return `text` as one visible line of at most `limit` characters.

    Line breaks become the two characters `\n`. Cost: bounded by `limit`, not by the text.

    >>> line("a\nb")
    'a\\nb'
    >>> line("0123456789", limit=5)
    '0123…'
    """
    cut = visible(text[: limit + 1]).replace("\n", r"\n")
    return cut if len(cut) <= limit else cut[: limit - 1] + "…"


def disarm(text: str) -> str:
    r"""Return one line of output such that no CI runner takes it, or a part of it, for a command.

    Always, not only under CI: equal input gives equal output. Rare, so that it may spoil
    the copying of such a line.

    >>> disarm("  ::error::forged"), disarm("x ##[add-mask]y")
    ('|   ::error::forged', 'x \\x23#[add-mask]y')
    """
    if _COLON_COMMAND.match(text):
        text = "| " + text
    return HASH_COMMAND.sub(r"\\x23", text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0D:
        return r"\r"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
