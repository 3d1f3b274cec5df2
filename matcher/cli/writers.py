"""What becomes of reports on the command line: text for people, records for programs, nothing."""

import argparse
import sys
import time
from collections.abc import Mapping
from typing import Protocol, TextIO

from matcher.cli.options import page_width, platform_of, use_color
from matcher.model import Report
from matcher.report import jsonl
from matcher.report.tally import AGAIN, NEW, Tally, where

CARDS = 50  # full answers in one run; then only the table has the rest
MENTION_S = 5.0  # between two mentions of what comes again
REPAINT_S = 0.3
TOP_ROWS = 15


class Totals:
    """What was read in all sources of one run."""

    def __init__(self) -> None:
        self.sources: list[str] = []
        self.bytes = self.lines = self.events = self.event_lines = 0
        self.limits: dict[str, int] = {}


class Writer(Protocol):
    """Takes the reports of a run as they come."""

    def report(self, report: Report) -> None: ...

    def near(self, report: Report) -> None: ...

    def finish(self, totals: Totals) -> None: ...


class QuietWriter:
    """`-q`: the exit status says it all."""

    def report(self, report: Report) -> None:
        """Say nothing."""

    def near(self, report: Report) -> None:
        """Say nothing."""

    def finish(self, totals: Totals) -> None:
        """Say nothing."""


class JsonWriter:
    """`--json`: one record per report, last a summary."""

    def __init__(self, given: argparse.Namespace, out: TextIO) -> None:
        self._out = out
        self._near = given.near
        self._flush = _flushes(given, out)

    def report(self, report: Report) -> None:
        """Write one record."""
        self._write(jsonl.report_record(report, self._near))

    def near(self, report: Report) -> None:
        """Write the record of a text in which nothing was recognised, if it resembles something."""
        if report.near:
            self._write(jsonl.report_record(report, True))

    def finish(self, totals: Totals) -> None:
        """Write the summary."""
        self._write(
            jsonl.summary_record(totals.events, totals.lines, totals.event_lines, totals.bytes, totals.limits)
        )

    def _write(self, record: Mapping[str, object]) -> None:
        self._out.write(jsonl.dumps(record) + "\n")
        if self._flush:
            self._out.flush()


class TextWriter:
    """A card for each new error, a counter for what comes again, a table at the end."""

    def __init__(self, given: argparse.Namespace, out: TextIO, system: str) -> None:
        self._given = given
        self._out = out
        self._color = use_color(given.color, out)
        self._width = page_width(out)
        self._platform = platform_of(system)
        self._flush = _flushes(given, out)
        self._tally = Tally()
        self._cards = 0
        self._mentioned = time.monotonic()

    def report(self, report: Report) -> None:
        """Show a card, or count."""
        answer = self._tally.add(report)
        if answer == NEW:
            self._mention()
            self._cards += 1
            if self._cards <= CARDS:
                self._card(report)
            elif self._cards == CARDS + 1:
                self._say("matcher: more kinds of errors follow; only the table at the end has them\n")
        elif answer != AGAIN:
            from matcher.report.table import variant

            self._gap(variant(report.title, report.id, where(report), color=self._color, width=self._width))
        elif time.monotonic() - self._mentioned > MENTION_S:
            self._mention()

    def near(self, report: Report) -> None:
        """Show what a text resembles in which nothing was recognised."""
        self._card(report, find_near=True)

    def finish(self, totals: Totals) -> None:
        """Show the table, if it says more than the cards did."""
        if self._tally.total > 1:
            from matcher.report.table import heading, render_table

            head = heading(totals.events, totals.lines, totals.sources)
            self._gap(render_table(self._tally, head, color=self._color, width=self._width))

    def _card(self, report: Report, find_near: bool = False) -> None:
        from matcher.report.text import render

        self._gap(
            render(
                report,
                full=self._given.full,
                explain=self._given.explain,
                color=self._color,
                width=self._width,
                platform=self._platform,
                find_near=find_near or self._given.near,
            )
        )

    def _mention(self) -> None:
        """Say what came again since the last time."""
        from matcher.report.table import again

        for row, count in self._tally.unsaid():
            self._gap(again(row, count, color=self._color, width=self._width))
        self._mentioned = time.monotonic()

    def _gap(self, text: str) -> None:
        """Write one piece; an empty line separates it from the one before."""
        if text:
            self._say("\n" + text if self._tally.total > 1 else text)

    def _say(self, text: str) -> None:
        self._out.write(text)
        if self._flush:
            self._out.flush()


class TopWriter:
    """`--top`: the table alone, kept up to date on a terminal."""

    def __init__(self, given: argparse.Namespace, out: TextIO) -> None:
        self._out = out
        self._color = use_color(given.color, out)
        self._width = page_width(out)
        self._tally = Tally()
        self._painted = 0.0
        self._rows = 0

    def report(self, report: Report) -> None:
        """Count, and repaint now and then."""
        self._tally.add(report)
        if self._out.isatty() and time.monotonic() - self._painted > REPAINT_S:
            self._paint(f"{self._tally.total:,} so far (Ctrl-C ends):")

    def near(self, report: Report) -> None:
        """A table has no place for guesses."""

    def finish(self, totals: Totals) -> None:
        """Show the table for good."""
        from matcher.report.table import heading

        if self._tally.total:
            self._paint(heading(totals.events, totals.lines, totals.sources))

    def _paint(self, head: str) -> None:
        from matcher.report.table import render_table

        text = render_table(self._tally, head, color=self._color, width=self._width, rows=TOP_ROWS)
        back = f"\x1b[{self._rows}F\x1b[J" if self._rows else ""
        self._out.write(back + text)
        self._out.flush()
        self._rows = text.count("\n") if self._out.isatty() else 0
        self._painted = time.monotonic()


def make_writer(given: argparse.Namespace, system: str) -> Writer:
    """The writer that the options ask for."""
    out = sys.stderr if given.passthrough else sys.stdout
    if given.quiet:
        return QuietWriter()
    if given.json:
        return JsonWriter(given, out)
    return TopWriter(given, out) if given.top else TextWriter(given, out, system)


def _flushes(given: argparse.Namespace, out: TextIO) -> bool:
    """Whether each piece goes out at once: on a terminal, and where it was asked for."""
    if given.line_buffered or given.block_buffered:
        return bool(given.line_buffered)
    return out.isatty() or given.follow or out is sys.stderr
