"""Elixir and Erlang: `** (Error)` with its stack, and processes that terminate."""

from matcher.traces.dialect import START, Dialect, Rule

_ERROR = rb"\*\* \([A-Z]"
_TOLD = (
    rb"(?:Last message|State|Function|Initial Call|Ancestors|Message Queue|Registered Name)[ :]|Client #PID<"
)

DIALECT = Dialect(
    "elixir",
    (
        Rule(START, _ERROR, "message", keeps=False),
        Rule(
            START,
            rb"(?:GenServer|Task|Process|Agent|:gen_statem"
            rb"|gen_\w+) \S[^\n]* terminating$|Process #PID<[\d.]+>",
            "head",
            keeps=False,
        ),
        Rule(START, rb"Task #PID<[\d.]+> started from ", "head", keeps=False),
        Rule("head", _ERROR, "message"),
        Rule("head", rb"\*\* \([a-z]", "message"),
        Rule("message", rb"\s+\S", "message"),
        Rule("message", _TOLD, "message"),
        Rule("message", rb"\s*$", "message", keeps=False, loose=True),
    ),
)
