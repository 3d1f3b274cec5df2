"""Regex source -> findings: what may not be compiled, what is slow, what is probably a mistake.

The text is read first, then the stdlib's parse tree; the `regex` package, whose compiler has
no bound, sees only what passed. Accepted is what `re` and `regex` read alike on bytes, so that
conclusions from the tree hold for the engine. Knows nothing of entries and of YAML.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]  # there is no public way to the tree
from typing import Any, NamedTuple

import regex

from matcher.knowledge.regex_paths import REPEATS, SINGLE, Paths, children, is_single, walk

MAX_CHARACTERS = 2_000  # of a pattern
MAX_DEPTH = 50  # groups; 500 nested ones raise RecursionError in `regex`
MAX_NESTED_BOUNDS = 1_000  # product; 125,000 took 8 s and 3 GiB to compile
MAX_EXPANDED = 20_000  # items after unrolling; `regex` takes about 1 us for each
_TOKEN = re.compile(
    r"(?P<escape>\\[\s\S])"
    r"|(?P<set>\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])"
    r"|(?P<comment>\(\?#[^)\\]*\))"
    r"|(?P<remark>\#[^\n]*)"  # in a verbose pattern; else `#` is a character
    r"|(?P<flags>\(\?[imsxa]+\))"
    r"|(?P<back>\(\?P=[A-Za-z_]\w*\))"
    r"|(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<[A-Za-z_]\w*>|\((?:[A-Za-z_]\w*|\d+)\)|[ims]*(?:-[ims]+)?:)|(?![?*])))"
    r"|(?P<foreign>\([?*].?.?)"
    r"|(?P<close>\))"
    r"|(?P<wide>[^\x00-\x7f](?=[*+?]|\{\d*,?\d*\}))"
    r"|(?P<count>\{(?:\d+,?\d*|,\d*)\})"
    r"|(?P<brace>\{(?=[deis\d]))"
    r"|[\s\S]",
    re.ASCII,
)
_FOREIGN = {
    "(?R": ("recursion", "write the repeated part out"),
    "(?&": ("recursion", "write the repeated part out"),
    "(?|": ("a branch reset", "give each branch its own group"),
    "(?<": ("a group name without P", "write (?P<name>...)"),
    "(*": ("a verb", r"remove it, or write \( if it is text"),
    "(?": ("this group or flag", "use (?imsxa) at the start, (?i:...), or what Python's `re` documents"),
}
_SHARED_ESCAPES = frozenset("AbBdDsSwWZafnrtvx0123456789")
_NO_GLOB = "this is a glob, not a regex: write `.*` for any text, or use `text:`"
_USE_TEXT = r"use `text:`, where everything is literal, or escape each of them with \ "


class Finding(NamedTuple):
    """One thing that is wrong with a pattern. `offset` counts its characters."""

    code: str
    message: str
    hint: str
    offset: int | None = None
    severity: str = "error"  # or "lint"


def check_regex(pattern: str, *, cased: bool = False) -> tuple[Finding, ...]:
    """Return what is wrong with a pattern; without an "error" among it, it may be used.

    **An accepted pattern compiles in less than 100 ms, is read alike by `re` and `regex`, and
    does not match the empty string.** That it is fast is not promised (see `is_cheap`); what
    is seen to be exponential is refused. Say in `cased` how it will be compiled: `[A-Z][a-z]+`
    in a loop is harmless only if it is cased.

    >>> [finding.code for finding in check_regex(r"(a+)+b")]
    ['regex-slow']
    """
    findings = list(_check_text(pattern))
    if not findings:
        try:
            findings += _check_tree(_tree(pattern, cased))
        except re.error as error:
            offset = None if error.pos is None else len(pattern.encode()[: error.pos].decode(errors="ignore"))
            hint = _NO_GLOB if error.msg == "nothing to repeat" else "escape what is meant as text"
            findings.append(Finding("pattern-syntax", error.msg, hint, offset))
        except OverflowError as error:
            findings.append(Finding("regex-bomb", str(error), "use a smaller count"))
    if not any(finding.severity == "error" for finding in findings):
        try:
            compile_regex(pattern, cased)
        except ValueError as error:
            findings.append(Finding("pattern-syntax", f"`regex` refuses it: {error}", "write it differently"))
    if all(finding.severity == "lint" or finding.code == "pattern-syntax" for finding in findings):
        findings += _check_intent(pattern)
    return tuple(findings)


def is_cheap(pattern: str, *, cased: bool = False) -> bool:
    """Return whether the time of a search is shown to grow linearly with the text.

    False means "not shown". A cheap pattern may be searched without `timeout=` in up to 64 KiB.

    >>> is_cheap(r"connection to (\\S+) refused"), is_cheap(r"Error: (.*) in (.*) line")
    (True, False)
    """
    tree = parse(pattern, cased=cased)
    return tree is not None and _weight(tree) is None and Paths(tree).is_linear()


def compile_regex(pattern: str, cased: bool) -> "regex.Pattern[bytes]":
    """Compile a pattern for the engine: the one place that sets flags and encoding.

    Has no bound of its own: what did not pass `check_regex` can take minutes and gigabytes.
    Raises ValueError with the reason.
    """
    flags = regex.VERSION0 | regex.MULTILINE | (0 if cased else regex.IGNORECASE)
    try:
        return regex.compile(pattern.encode(), flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from None


def parse(pattern: str, *, cased: bool = False) -> Any:
    """Return the stdlib's tree of the pattern as UTF-8, or None if it cannot be trusted.

    >>> parse("(?:foo){e<=1}") is None  # `re` reads the braces as text, `regex` as "almost foo"
    True
    """
    try:
        return None if any(_check_text(pattern)) else _tree(pattern, cased)
    except (re.error, OverflowError):
        return None


def _tree(pattern: str, cased: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on Python's future syntax; _check_text has refused it
        return _parser.parse(pattern.encode(), int(re.MULTILINE | (0 if cased else re.IGNORECASE)))


def _check_text(pattern: str) -> Iterator[Finding]:
    """Find what the tree does not show, because one of the engines reads it in its own way."""
    if len(pattern) > MAX_CHARACTERS:
        yield Finding("regex-bomb", f"{len(pattern)} characters, at most {MAX_CHARACTERS}", "split it")
        return
    verbose = bool(re.match(r"(?:\(\?[imsa]+\))*\(\?[imsa]*x", pattern))
    if odd := re.search(r"[\x0b\f\x1c-\x1f]|[^\x00-\x7f]" if verbose else "[\ud800-\udfff]", pattern):
        yield _differs(f"the character {odd[0]!a}", r"write it as \x..", odd.start())
        return
    depth = at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        assert token is not None  # the last branch takes any character
        text, start, at = token[0], at, token.end()
        match token.lastgroup:
            case "escape" if text[1] not in _SHARED_ESCAPES and (text[1].isalnum() or not text[1].isascii()):
                yield _differs(f"the escape {text}", "use a class such as [a-z], or \\x..", start)
            case "escape" if verbose and text[1].isdecimal():
                yield _differs(f"{text} in a verbose pattern", "write (?P=name)", start)
            case "set":
                yield from _check_set(text, start)
            case "remark" if not verbose:
                at = start + 1
            case "flags" if "x" in text and not verbose:
                yield _differs("(?x) after the start", "move it to the start", start)
            case "open":
                depth += 1
                if depth > MAX_DEPTH:
                    yield Finding("regex-bomb", f"groups nested over {MAX_DEPTH} deep", "flatten them", start)
                    return
            case "close":
                depth -= 1
            case "foreign":
                what, hint = next(words for prefix, words in _FOREIGN.items() if text.startswith(prefix))
                yield _differs(f"{what}: {text}", hint, start)
            case "wide":
                what = f"a repeat of {text} repeats only its last byte"
                yield Finding("regex-bytes", what, f"write (?:{text})", start)
            case "brace":
                yield _differs("a brace that may be a fuzzy count", r"write \{ if it is text", start)
            case None if verbose and text == "{":
                yield _differs("a brace in a verbose pattern", r"write \{ if it is text", start)


def _check_set(text: str, start: int) -> Iterator[Finding]:
    body = re.sub(r"\\[\x00-\x7f]", "\x00\x01", text[1:-1])
    if odd := re.search(r"&&|\|\||--|~~|\[:|^\[|(.)-\1|[^\x00-\x7f]", body):
        if odd[0].isascii():
            yield _differs(f"{odd[0]} in a class", r"put a \ before it if it is text", start)
        else:
            yield Finding("regex-bytes", f"{odd[0]} in a class is one of its bytes", "write (?:a|b)", start)


def _differs(what: str, hint: str, offset: int | None = None) -> Finding:
    return Finding("regex-dialect", f"`re` and `regex` do not share {what}", hint, offset)


def _weight(tree: Any) -> Finding | None:
    """Refuse what unrolls to too much: the compiler of `regex` copies what is repeated."""
    expanded = 0
    for _, _, times in walk(tree):
        expanded += times
        if times > MAX_NESTED_BOUNDS or expanded > MAX_EXPANDED:
            what = f"counted repeats unroll to more than {MAX_NESTED_BOUNDS} or {MAX_EXPANDED} in all"
            return Finding("regex-bomb", what, "use smaller counts, or + and *")
    return None


def _check_tree(tree: Any) -> Iterator[Finding]:
    if heavy := _weight(tree):
        yield heavy
        return
    nodes = list(walk(tree))
    for op, argument, _ in nodes:
        behind = op in ("ASSERT", "ASSERT_NOT") and argument[0] < 0
        if behind and len(set(argument[1].getwidth())) > 1:
            yield _differs("lookbehind of varying width", "make its branches equally long")
        inner = list(walk(argument[1])) if behind else []
        lone = inner if any(name == "BRANCH" for name, _, _ in inner) else _lone([(op, argument)])
        if len(lone) > 1 and any(_is_negated(item) for item in lone):
            yield _differs("single bytes such as [^a]|b as branches", "write one class")
        if op == "GROUPREF_EXISTS":
            yield _differs("all conditional groups", "write both cases out as branches")
        if op in REPEATS and argument[1] == 0:
            yield _differs("a repeat of zero times", "remove it")
        if op == "POSSESSIVE_REPEAT" and not is_single(argument[2]):
            yield _differs("a possessive repeat of a group", "write (?>...) around the repeat")
    cases = any(
        op == "SUBPATTERN" and (argument[1] | argument[2]) & re.IGNORECASE for op, argument, _ in nodes
    )
    if cases and any(op in SINGLE and _is_negated((op, argument)) for op, argument, _ in nodes):
        yield _differs("(?i:...) or (?-i:...) beside a negated class", "set the case once, by `cased:`")
    endless = any(op in REPEATS and argument[1] is _parser.MAXREPEAT for op, argument, _ in nodes)
    if endless and any(op == "GROUPREF" for op, _, _ in nodes):
        yield Finding("regex-slow", "a backreference beside an endless repeat", "use two captures")
    if tree.getwidth()[0] == 0:
        yield Finding("regex-empty", "it matches the empty string: everywhere", "require some text")
    paths = Paths(tree)
    if paths.is_ambiguous():
        hint = "make what begins an iteration differ from what it goes on with, or use (?>...) or ++"
        yield Finding("regex-slow", "a text can pass a repeat in 2^n ways, for its iterations overlap", hint)
    elif paths.has_adjacent_runs():
        hint = "drop one, or put text between them that they cannot match"
        yield Finding("regex-slow", "endless repeats side by side match the same text", hint, None, "lint")


def _lone(items: Iterable[Any]) -> list[Any]:
    """Return the single bytes that are branches: `regex` (2026.11.15) merges them, wrongly if negated."""
    nodes = list(items)
    if len(nodes) != 1 or str(nodes[0][0]) in SINGLE:
        return nodes[:1] if len(nodes) == 1 else []
    op, argument = str(nodes[0][0]), nodes[0][1]
    if op in ("BRANCH", "SUBPATTERN", "ATOMIC_GROUP") or (op in REPEATS and argument[1] == 1):
        return [item for child in children(op, argument) for item in _lone(child)]
    return []


def _is_negated(item: Any) -> bool:
    return str(item[0]) == "NOT_LITERAL" or (str(item[0]) == "IN" and str(item[1][0][0]) == "NEGATE")


def _check_intent(pattern: str) -> Iterator[Finding]:
    """Guess, from the text alone, whether this was meant as a regex at all. A heuristic."""
    if re.fullmatch(r"\*[\w .:/-]+|[\w .:/-]*[\w ]\*[\w .:/-]*", pattern):
        what = "it looks like a glob: `*` repeats the character before it"
        yield Finding("regex-glob", what, _NO_GLOB, None, "lint")
        return
    words, marks = r"[^][\\^$*+?{}|().]", r"\.|\((?!\?)|\[(?:.|\d+|[A-Za-z ]{4,})\]"
    if re.search(marks, pattern) and re.fullmatch(rf"(?:{words}|{marks}|\)|\{{(?![\d,])|\}}|\?$)*", pattern):
        what = "it looks like plain text, but `.`, `(`, `[` have a meaning of their own in a regex"
        yield Finding("regex-plain", what, _USE_TEXT, None, "lint")
