"""Each kind of condition: when it is true, false, and unknown."""

import pytest

from matcher.engine.conditions import RegexNode, decode
from matcher.engine.context import Context
from matcher.engine.haystack import Haystack, normalize
from matcher.engine.outcome import Found, Situation, Unknown
from matcher.knowledge.conditions import ConditionCompiler
from matcher.knowledge.schema import Condition


def evaluate(condition, text="", captures=None, context=None):
    compiler = ConditionCompiler()
    compiled = compiler.compile(Condition.model_validate(condition), ())
    assert [f for f in compiler.findings if f.severity == "error"] == []
    haystack = Haystack(normalize(text.encode()))
    values = {k: v.encode() for k, v in (captures or {}).items()}
    return decode(compiled.stored).evaluate(Situation(haystack, values, context or Context()))


def truth(*args, **options):
    outcome = evaluate(*args, **options)
    return None if isinstance(outcome, Unknown) else outcome is not None


PYTHON = """Traceback (most recent call last):
  File "/srv/app/main.py", line 3, in <module>
    run()
  File "/srv/app/acmeq/worker.py", line 9, in renew
    raise LeaseLostError("lease job-1")
acmeq._errors.LeaseLostError: lease job-1
the second line of the message"""
JAVA = """Exception in thread "main" java.lang.IllegalStateException: outer
\tat com.acme.Main.main(Main.java:5)
Caused by: java.lang.NullPointerException: inner
\tat com.acme.Dao.load(Dao.java:17)
\t... 1 more"""
NODE = """/srv/app/index.js:3
TypeError: Cannot read properties of undefined (reading 'x')
    at load (/srv/app/lib/db.js:10:5)
    at Object.<anonymous> (/srv/app/index.js:3:1)
    at Module._compile (node:internal/modules/cjs/loader:1364:14)"""

TRUTHS = [
    # condition, text, true?
    ({"regex": r"token [0-9a-f]{8} of w-(?P<w>\d+)"}, "Token deadbeef of W-12", True),
    ({"regex": "Token", "cased": True}, "token", False),
    ({"regex": "^two$"}, "one\ntwo\nthree", True),
    ({"json": {"**.message": "invalid beta flag"}}, "x {'a': {'message': 'invalid beta flag'}}", True),
    ({"json": {"**.code": "4091", "**.reason": "lease_expired"}}, '{"error":{"reason":"lease_expired","code":4091}}', True),
    ({"json": {"**.reason": "lease_expired"}}, '{"reason": "lease_expired_soon"}', False),
    ({"json": {"*.reason": "gone away"}}, '{"a": {"b": {"reason": "gone away"}}}', False),
    ({"json": {"a.*.reason": "gone away"}}, '{"a": [{"reason": "gone away"}]}', True),
    ({"json": {"ok": "false", "message": "no such"}}, "{'ok': False, 'message': 'no such'}", True),
    ({"exception": {"type": "acmeq.LeaseLostError"}}, PYTHON, True),
    ({"exception": {"type": "acmeq.OtherError"}}, PYTHON, False),
    ({"exception": {"type": "acmeq.LeaseLostError", "module": "acmeq"}}, PYTHON, True),
    ({"exception": {"type": "acmeq.LeaseLostError", "module": "other"}}, PYTHON, False),
    ({"exception": {"type": "acmeq.LeaseLostError", "raised_in": "acmeq.worker"}}, PYTHON, True),
    ({"exception": {"type": "acmeq.LeaseLostError", "raised_in": "acmeq.broker"}}, PYTHON, False),
    ({"exception": {"type": "acmeq.LeaseLostError", "args": ["lease *\nthe second *"]}}, PYTHON, True),
    ({"exception": {"type": "java.lang.NullPointerException"}}, JAVA, True),
    ({"exception": {"type": "java.lang.IllegalStateException"}}, JAVA, True),
    ({"exception": {"type": "TypeError"}}, NODE, True),
    ({"exception": {"type": "acmeq.LeaseLostError"}}, "2026-01-01 ERROR acmeq.LeaseLostError: gone", True),
    ({"exception": {"type": "acmeq.LeaseLostError"}}, "    except acmeq.LeaseLostError:", False),
    ({"attr": {"code": "1"}}, "code=1", None),
    ({"all": [{"text": "lease job"}, {"attr": {"code": "1"}}]}, PYTHON, None),
    ({"any": [{"text": "lease job"}, {"attr": {"code": "1"}}]}, PYTHON, True),
    ({"none": [{"attr": {"code": "1"}}]}, PYTHON, None),
    ({"frame": {"module": "acmeq.worker", "function": "renew", "at": "raising"}}, PYTHON, True),
    ({"frame": {"file": "main.py", "at": "raising"}}, PYTHON, False),
    ({"frame": {"file": "main.py"}}, PYTHON, True),
    ({"frame": {"function": "load", "module": "com.acme.Dao"}}, JAVA, True),
    ({"frame": {"file": "lib/db.js", "at": "raising"}}, NODE, True),
    ({"frame": {"file": "main.py"}}, "no trace here", None),
    ({"text": "second line", "where": "message"}, PYTHON, True),
    ({"text": "raise LeaseLost", "where": "message"}, PYTHON, False),
    ({"text": "raise LeaseLost", "where": "context_line"}, PYTHON, True),
    ({"text": "beta", "where": "body"}, "beta {'x': 1}", False),
    ({"text": "beta", "where": "body"}, "x {'beta': 1}", True),
    ({"text": "error", "where": "log_level"}, "2026 ERROR x", True),
    ({"text": "error", "where": "log_level"}, "2026 INFO an error", False),
    ({"text": "second line", "where": "notes"}, PYTHON, True),
    ({"regex": "second", "where": "notes"}, PYTHON, True),
    ({"sequence": {"steps": [{"text": "one"}, {"text": "three"}]}}, "one\ntwo\nthree", True),
    ({"sequence": {"steps": [{"text": "three"}, {"text": "one"}]}}, "one\ntwo\nthree", False),
    ({"sequence": {"steps": [{"text": "one"}, {"text": "three"}], "within": {"lines": 2}}}, "one\ntwo\nthree", False),
    ({"sequence": {"steps": [{"text": "get %{word:x};"}, {"text": "lost %{word:x};"}]}}, "get a;\nget b;\nlost b;", True),
    ({"sequence": {"steps": [{"text": "get %{word:x};"}, {"text": "lost %{word:x};"}]}}, "get a;\nget b;\nlost c;", False),
    ({"sequence": {"steps": [{"text": "get %{word:x};"}, {"regex": "lost (?P<x>\\w+);"}]}}, "get a;\nlost a;", True),
    ({"count": {"of": {"text": "skipped"}, "at_least": 3}}, "skipped\nskipped skipped", True),
    ({"count": {"of": {"text": "skipped"}, "at_least": 3, "within": {"lines": 2}}}, "skipped\n\nskipped\nskipped", False),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "text", "true"), TRUTHS)
def test_truth(condition, text, true):
    """A condition is true, false, or unknown."""
    assert truth(condition, text) is true


TIMED = "2026-01-01T10:00:0%dZ start\n2026-01-01T10:00:09Z end\n"


@pytest.mark.parametrize(("text", "true", "partial"), [
    (TIMED % 8, True, False), (TIMED % 1, False, False), ("start\nend", True, True),
    ("Jan  1 10:00:08 start\nJan  1 10:00:09 end", True, False), ("2026-13-01 10:00:00 start\nend", True, True),
])  # fmt: skip
def test_seconds(text, true, partial):
    """A time limit needs times in the log; without them the match is only partial."""
    steps = [{"text": "start"}, {"text": "end"}]
    outcome = evaluate({"sequence": {"steps": steps, "within": {"seconds": 2}}}, text)
    assert (outcome is not None) is true
    if true:
        assert bool(outcome.partial) is partial


def test_count_within_seconds():
    """A burst counts, the same number spread over hours does not."""
    condition = {"count": {"of": {"text": "fail"}, "at_least": 2, "within": {"seconds": 5}}}
    assert truth(condition, "2026-01-01 10:00:00 fail\n2026-01-01 10:00:02 fail") is True
    assert truth(condition, "2026-01-01 10:00:00 fail\n2026-01-01 11:00:02 fail") is False


CAPTURED = [({"name": "cv2"}, "CV2", True), ({"name": "cv2"}, "cv", False), ({"name": "*"}, "x", True),
            ({"other": "x"}, "x", None)]  # fmt: skip


@pytest.mark.parametrize(("wanted", "value", "true"), CAPTURED)
def test_capture(wanted, value, true):
    """A whole captured value; one that was not captured is unknown."""
    assert truth({"capture": wanted}, captures={"name": value}) is true


def test_many_exact_captures_are_looked_up():
    """A list of exact values gives the same answer as trying each."""
    condition = {"any": [{"capture": {"name": one}} for one in ("cv2", "yaml", "PIL")]}
    assert truth(condition, captures={"name": "pil"}) is True
    assert truth(condition, captures={"name": "x"}) is False
    assert truth(condition) is None


def test_context():
    """Context is true, false, or not told."""
    condition = {"context": {"python": ">=3.13", "os": ["linux"]}}
    assert truth(condition, context=Context(python="3.13.1", os="linux")) is True
    assert truth(condition, context=Context(python="3.12.1", os="linux")) is False
    assert truth(condition, context=Context(os="linux")) is None


def test_slow_regex_times_out_and_is_switched_off():
    """A regex that explodes is unknown, never "no match", is reported, and is off after three times."""
    node = RegexNode({"k": "regex", "s": r"(x+x+)+y", "d": "bomb"})
    haystack = Haystack(b"x" * 5_000)
    for _ in range(4):
        assert isinstance(node.evaluate(Situation(haystack)), Unknown)
    assert node.timeouts == 3
    assert len(haystack.incomplete) == 2


def test_regex_sees_windows_of_a_long_event():
    """In a long event a regex looks around its literals, also far from both ends."""
    far = "y" * 100_000 + "\nneedle 42 found\n" + "y" * 100_000
    assert truth({"regex": r"needle \d+ found"}, far) is True
    assert truth({"regex": r"needle \d+ lost"}, far) is False


def test_middle_of_a_huge_event_is_left_out_and_said():
    """An event over the limit keeps both ends, and says that something is missing."""
    haystack = Haystack(b"begin\n" + b"x\n" * 200_000 + b"end")
    assert haystack.text.startswith(b"begin")
    assert haystack.text.endswith(b"end")
    assert haystack.incomplete


def test_found_strength_follows_rarity():
    """Rare evidence is strong, common evidence is weak."""
    assert evaluate({"text": "zorbing quuxes"}, "zorbing quuxes").strength == 3.0
    assert isinstance(evaluate({"text": "0"}, "0"), Found)


def test_multi_line_fields_of_json_records_are_read():
    """A trace inside of a JSON log record is a trace, and its place is the line of the record."""
    import json

    record = json.dumps({"level": "error", "error": {"stack": PYTHON.replace("\n", "\r\n")}})
    text = f"starting\n{record}\n{{not json \\n}}\n"
    assert truth({"exception": {"type": "acmeq.LeaseLostError"}}, text) is True
    assert truth({"text": "lease job-1\nthe second line"}, text) is True
    outcome = evaluate({"text": "lease job-1\nthe second line"}, text)
    assert Haystack(normalize(text.encode())).line_of(outcome.span[0]) == 2
