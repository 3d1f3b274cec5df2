"""Each example of the knowledge base, between other lines of a log, is still its own error."""

from matcher import folders
from matcher.api import Matcher
from matcher.knowledge.loader import example_text, load

BEFORE, AFTER = b"all 17 tests passed\nserver started\n", b"\nserver stopped\nbye now\n"
LOST_SHARE = (
    0.01  # texts that no dialect joins, such as two lines that belong together by their meaning alone
)


def test_examples_are_recognised_in_a_log():
    """What `match` recognises in an example alone, a scan recognises between ordinary lines."""
    opened = Matcher.open()
    tried, lost = 0, []
    for one in load([("built-in", folders.builtin_kb())]).entries:
        for number, example in enumerate(one.entry.examples):
            text = example_text(one, example)
            if opened.match(text).id != one.id:
                continue
            tried += 1
            log = BEFORE + text.rstrip("\n").encode() + AFTER
            if one.id not in [report.id for report in opened.scan(log)]:
                lost.append(f"{one.id}: example {number}")
    assert len(lost) <= LOST_SHARE * tried, lost
