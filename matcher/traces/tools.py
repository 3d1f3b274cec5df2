"""git, Docker's builds, Terraform, Ansible, PostgreSQL, pytest, Jest: blocks of other command line tools."""

from matcher.traces.dialect import START, Dialect, Rule

_GIT_REJECTED = rb" ! \[(?:remote )?rejected\] "

GIT = Dialect(
    "git",
    (
        Rule(START, rb"(?:error|fatal): ", "git", keeps=False),
        Rule(START, rb"To \S+$", "push", keeps=False, ahead=_GIT_REJECTED),
        Rule(START, rb"CONFLICT \(", "conflict"),
        Rule("push", _GIT_REJECTED, "push"),
        Rule("push", rb"error: failed to push some refs", "git"),
        Rule("conflict", rb"CONFLICT \(|Automatic merge failed;", "conflict"),
        Rule("git", rb"hint: |hint:$|fatal: ", "git"),
        Rule("git", rb"\s+\S|[UADM]{1,2}\t\S", "git"),
        Rule(
            "git", rb"Please (?:make sure|move|commit|specify)|Aborting$|and the repository exists\.$", "git"
        ),
        Rule(
            "git",
            rb"Either specify the URL|and then push using the remote|\(use \"git |To push the current branch",
            "git",
        ),
        Rule("git", rb"$", "git", keeps=False, loose=True),
    ),
)

_STEP = rb" > \[[^\n]*\]"

DOCKER = Dialect(
    "docker",
    (
        Rule(START, rb"-{6,}$", "step", keeps=False, ahead=_STEP),
        Rule(START, rb"(?:\w*Dockerfile\S*|Containerfile):\d+$", "source", keeps=False, ahead=rb"-{20}$"),
        Rule(START, rb"ERROR: failed to (?:solve|build)", "end"),
        Rule("step", _STEP + rb"|(?:#\d+ )?\d{1,6}\.\d{1,4} ", "step"),
        Rule("step", rb"-{6,}$", "between", loose=True),
        Rule("step", rb".*$", "step", keeps=False, filler=True),
        Rule("between", rb"(?:\w*Dockerfile\S*|Containerfile):\d+$", "source"),
        Rule("between", rb"WARNING: |$", "between", keeps=False, loose=True),
        Rule("between", rb"(?:ERROR: )?failed to (?:solve|build)", "end"),
        Rule("source", rb"-{20,}$", "source", keeps=False, loose=True),
        Rule("source", rb"\s+\d+ \| ", "source"),
        Rule("source", rb"$", "source", keeps=False, loose=True),
        Rule("source", rb"(?:ERROR: )?failed to (?:solve|build)", "end"),
    ),
)

TERRAFORM = Dialect(
    "terraform",
    (
        Rule(START, rb"\xe2\x95\xb7", "box", keeps=False),
        Rule("box", rb"\xe2\x94\x82", "box"),
        Rule("box", rb"\xe2\x95\xb5", "end"),
    ),
)

ANSIBLE = Dialect(
    "ansible",
    (
        Rule(START, rb"ERROR! ", "text", keeps=False),
        Rule(
            START, rb"(?:fatal|failed): \[[^\]\n]*\]: (?:FAILED|UNREACHABLE)! => \{?$", "object", keeps=False
        ),
        Rule("object", rb"\s+\S", "object"),
        Rule("object", rb"\}", "end", loose=True),
        Rule(
            "text",
            rb"The error appears to (?:be|have been) in |be elsewhere in the file"
            rb"|The offending line appears to be:",
            "text",
        ),
        Rule("text", rb"\s+\S", "text"),
        Rule("text", rb"$", "text", keeps=False, loose=True),
    ),
)

_DETAIL = rb"(?:DETAIL|HINT|CONTEXT|QUERY|STATEMENT|LOCATION): {1,2}"

POSTGRES = Dialect(
    "postgres",
    (
        Rule(START, rb"(?:psql:\S+ )?(?:ERROR|FATAL|PANIC): {2}", "error", keeps=False),
        Rule(START, rb"\s*\S.*$", "error", loose=True, ahead=_DETAIL),
        Rule("error", rb"LINE \d+: ", "error"),
        Rule("error", _DETAIL, "error"),
        Rule("error", rb"\s+\S", "error"),
        Rule("error", rb"(?:PL/pgSQL|SQL) function |SQL statement \"", "error"),
    ),
)

PYTEST = Dialect(
    "pytest",
    (
        Rule(START, rb"_{3,} [^\n]+ _{3,}$", "section", keeps=False),
        Rule("section", rb"E  |>  ", "section"),
        Rule("section", rb"\s+\S", "section"),
        Rule("section", rb"[^\s:]{1,300}:\d+: ?", "section"),
        Rule("section", rb"(?:_ ){5,}", "section"),
        Rule("section", rb"-{3,} Captured ", "section"),
        Rule("section", rb"$", "section", keeps=False, loose=True),
    ),
)

JEST = Dialect(
    "jest",
    (
        Rule(START, rb"\s+\xe2\x97\x8f \S", "failure", keeps=False),
        Rule("failure", rb"\s+\S", "failure"),
        Rule("failure", rb"$", "failure", keeps=False, loose=True),
    ),
)

DIALECTS = (GIT, DOCKER, TERRAFORM, ANSIBLE, POSTGRES, PYTEST, JEST)
