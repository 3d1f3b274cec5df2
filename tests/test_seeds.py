"""The four seed entries find their errors in every shape that they really have, and nothing else."""

import json

import pytest

import matcher
from matcher.api import Matcher

BETA = "claude-code/bedrock-invalid-beta-flag"
OPAQUE = "anthropic/opaque-400-standard-key"
HEADER = "anthropic/computer-use-beta-header"
FALLBACK = "anthropic/bad-request"

FLAT = 'API Error: 400 {"type":"error","request_id":"req_011","message":"invalid beta flag"}'
NESTED = '{"type":"error","error":{"type":"invalid_request_error","message":"invalid beta flag"},"request_id":"req_1"}'
REORDERED = '{"message": "invalid beta flag", "request_id": "req_011", "type": "error"}'
SDK = (
    "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': "
    "{'type': 'invalid_request_error', 'message': 'invalid beta flag'}, 'request_id': 'req_9'}"
)
SHAPES = {
    "flat": FLAT,
    "nested": NESTED,
    "other key order": REORDERED,
    "Python SDK": SDK,
    "JSON-encoded log line": json.dumps({"level": "error", "msg": FLAT, "ts": "2026-06-01T10:00:00Z"}),
    "colour codes": f"\x1b[31mAPI Error: 400\x1b[0m \x1b[1m{NESTED}\x1b[0m",
    "log prefix": f"2026-06-01T10:00:00Z ERROR worker[12]: {FLAT}",
    "log prefix and SDK": f"2026-06-01T10:00:00Z ERROR worker[12]: {SDK}",
}


def best(text, **options):
    found = matcher.match(text, **options).best
    return found.id if found else None


@pytest.mark.parametrize("shape", SHAPES)
def test_invalid_beta_flag_in_every_shape(shape):
    """The beta flag is recognised flat, nested, reordered, as repr, escaped, coloured and prefixed."""
    assert best(SHAPES[shape]) == BETA


SEED_LINES = [
    ("anthropic.BadRequestError: Error 400: Missing required header 'Anthropic-Computer-Use-Beta' for computer use API access.", HEADER),
    ('API Error: 400 {"type":"error","request_id":"req_018EeWyXxfu5pfWkrYcMdjWG","message":"invalid beta flag"}', BETA),
    ("invalid beta flag", BETA),
    ('{"type":"error","error":{"type":"invalid_request_error","message":"Error"}}', OPAQUE),
]  # fmt: skip


@pytest.mark.parametrize(("line", "entry"), SEED_LINES)
def test_the_seeds_own_lines(line, entry):
    """The error lines of the seed documents find their entries first."""
    assert best(line) == entry


def test_a_support_alone_is_silent():
    """`anthropic_beta` is evidence, never an identification."""
    report = matcher.match("the request has the field anthropic_beta in it")
    assert not report
    assert report.near == ()


def test_opaque_needs_the_whole_message():
    """The message is exactly "Error", not a message that begins with it."""
    body = '{"type":"error","error":{"type":"invalid_request_error","message":"%s"}}'
    assert best(body % "Error") == OPAQUE
    assert best(body % "Error: foo") != OPAQUE


CAUSES = {
    "malformed-json": "The request body is not valid JSON: unexpected character: line 1 column 5 (char 4)",
    "missing-field": "max_tokens: Field required",
    "wrong-type": "messages.0.content: Input should be a valid list",
    "bad-header": "anthropic-version: header is required",
    "bad-parameter": "temperature: range: 0..1",
    "too-large": "prompt is too long: 210000 tokens > 200000 maximum",
}


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("shape", ["sdk", "body"])
def test_an_unknown_400_gives_the_fallback_with_its_cause(cause, shape):
    """A 400 that nobody wrote down is answered in general, with the cause that its wording tells."""
    error = {"type": "error", "error": {"type": "invalid_request_error", "message": CAUSES[cause]}}
    text = f"anthropic.BadRequestError: Error code: 400 - {error}" if shape == "sdk" else json.dumps(error)
    report = matcher.match(text)
    assert [one.id for one in report.diagnoses] == []
    assert report.fallbacks[0].id == FALLBACK
    assert report.fallbacks[0].tier == "fallback"
    assert report.fallbacks[0].causes[0].id == cause


def test_an_empty_400_is_opaque():
    """Without a reason the cause is that there is none."""
    report = matcher.match("anthropic.BadRequestError: Error code: 400")
    assert (report.fallbacks[0].id, report.fallbacks[0].causes[0].id) == (FALLBACK, "opaque")


def test_context_decides_versions():
    """Fixed in 2.1.112: a newer version moves the entry aside, an older one confirms it."""
    opened = Matcher.open()
    newer = opened.with_context(["claude-code=2.1.173"]).match(FLAT)
    assert [one.id for one in newer.other_versions] == [BETA]
    assert BETA not in [one.id for one in newer.diagnoses]
    older = opened.with_context(["claude-code=2.1.111"]).match(FLAT).best
    assert (older.id, older.tier) == (BETA, "identified")
    unknown = opened.match(FLAT).best
    assert (unknown.id, unknown.tier) == (BETA, "uncertain")


def test_the_child_hides_the_fallback():
    """The general answer steps back, and is named as such."""
    report = matcher.match(SDK)
    assert report.fallbacks == ()
    assert FALLBACK in report.best.also


def test_openai_errors_are_not_anthropic():
    """A body of another vendor with the same type is not ours."""
    body = {
        "error": {"message": "Unknown parameter", "type": "invalid_request_error", "param": "x", "code": None}
    }
    assert best(json.dumps(body)) is None


def test_documented_header_comes_first():
    """The documented header is preferred, the undocumented one is marked as disputed."""
    found = matcher.match(SEED_LINES[0][0]).best
    assert "disputed" not in (found.fixes[0].status, found.causes[0].id)
    assert any(fix.status == "disputed" for fix in found.fixes)
