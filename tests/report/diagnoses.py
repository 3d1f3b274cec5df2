"""Diagnoses built by hand, with the content of real entries."""

from builders import diagnosis, fix

from matcher.model import Cause, Check, Evidence, OtherVersion, Reference, Relation, Verify

CLAUDE = "npm:@anthropic-ai/claude-code"

BETA_DOCS = "https://code.claude.com/docs/en/amazon-bedrock#use-the-mantle-endpoint"

BETA_FLAG = diagnosis(
    "claude-code/bedrock-invalid-beta-flag",
    "Bedrock runtime rejects beta flags that were sent in the body",
    bits=21.5,
    confidence="high",
    reasons=("the whole message matches", "the client version is affected"),
    specificity=14.2,
    captures={"request_id": "req_011"},
    evidence=(
        Evidence("the text `invalid beta flag`", 14.2, (68, 85)),
        Evidence("the whole value of **.message", 1.0, (68, 85)),
        Evidence("explains the deepest cause", 2.0),
        Evidence("claude-code 2.1.111 is in <=2.1.111", 2.0),
        Evidence("the environment sets CLAUDE_CODE_USE_BEDROCK", 2.0),
        Evidence("often confirmed", 0.3),
    ),
    causes=(
        Cause(
            "flags-in-body",
            "The client puts beta flags into the JSON body; this endpoint takes them only as a header.",
            0.842,
            1.5,
            (Evidence("claude-code 2.1.111 is in <=2.1.111", 1.5),),
            ("upgrade", "other-endpoint", "override-body"),
        ),
        Cause(
            "proxy-adds-flags",
            "A gateway between client and Bedrock adds beta flags of its own.",
            0.121,
            -2.0,
            (Evidence("ANTHROPIC_BASE_URL is not set", -3.0), Evidence("a header `via` was logged", 1.0)),
            ("override-body",),
        ),
    ),
    fixes=(
        fix(
            "upgrade",
            "Upgrade the client",
            0.77,
            status="verified",
            commands={"any": ("npm update -g @anthropic-ai/claude-code",)},
            verify=(Verify("claude --version", expect_version=">=2.1.112"),),
            steps=("Upgrade the client", "Unset CLAUDE_CODE_EXTRA_BODY if you had set it as a workaround"),
        ),
        fix(
            "other-endpoint",
            "Use the Mantle endpoint of Bedrock",
            0.63,
            risk="medium",
            commands={
                "any": ("unset CLAUDE_CODE_USE_BEDROCK",),
                "windows": ("Remove-Item Env:CLAUDE_CODE_USE_BEDROCK",),
            },
            verify=(
                Verify(
                    'claude -p "say hello" --model "claude-opus-4-7"',
                    expect_not="API Error: 400 * invalid beta flag",
                ),
            ),
            rollback="export CLAUDE_CODE_USE_BEDROCK=1",
            references=(Reference("The Mantle endpoint", BETA_DOCS),),
        ),
        fix(
            "override-body",
            "Replace the request body through the environment variable",
            0.31,
            risk="medium",
            source="community",
            status="disputed",
            commands={"any": ("""export CLAUDE_CODE_EXTRA_BODY='{"thinking":{"type":"adaptive"}}'""",)},
            verify=(Verify("send one prompt", expect_not="invalid beta flag"),),
            rollback="Unset the variable",
            needs="some users report that it changes nothing",
        ),
    ),
    span=(68, 85),
    line=812,
    matched='API Error: 400 {"type":"error","request_id":"req_011","message":"invalid beta flag"}',
    also=("anthropic/bad-request",),
    severity="high",
    tags=("bedrock", "api"),
    parent="anthropic/bad-request",
    related=(Relation("anthropic/missing-beta-header", "similar"),),
    checklist=(
        Check(
            "Does `claude --version` print 2.1.111 or lower?",
            "the client puts the flags into the body",
            "upgrade",
        ),
    ),
    prevention=("Pin the client and read its changelog before the model is changed",),
    references=(Reference("Amazon Bedrock in Claude Code", BETA_DOCS),),
    fixed_in={CLAUDE: "2.1.112"},
    seen={"first": "2026-04-16", "last": "2026-06-02"},
)

PIP_HEADER = diagnosis(
    "pip/wheel-missing-header",
    "Building psycopg2 failed: header Python.h is not installed",
    bits=17.25,
    confidence="medium",
    reasons=("all three lines in order", "proven by authored samples only"),
    specificity=15.75,
    captures={"package": "psycopg2", "header": "Python.h"},
    evidence=(Evidence("three lines in order", 15.75, (120, 310)), Evidence("os is linux", 1.5)),
    causes=(
        Cause(
            "python-headers",
            "The Python development headers are missing.",
            0.52,
            1.5,
            (Evidence("header is Python.h", 1.5, (164, 172)),),
            ("install-python-dev",),
        ),
        Cause(
            "no-wheel-for-this-python",
            "There is no prebuilt wheel for this Python, so pip compiles.",
            0.38,
            1.05,
            (),
            ("use-binary",),
        ),
    ),
    fixes=(
        fix(
            "install-python-dev",
            "Install the headers",
            0.41,
            commands={
                "debian": ("sudo apt-get update", "sudo apt-get install -y python3-dev"),
                "fedora": ("sudo dnf install -y python3-devel",),
            },
            verify=(Verify("python3-config --includes", expect="-I*include"),),
        ),
        fix(
            "use-binary",
            "Ask pip for a wheel only",
            0.30,
            risk="none",
            commands={"any": ("python3 -m pip install --only-binary :all: psycopg2",)},
            verify=(Verify("python3 -m pip show psycopg2", expect="Name:"),),
        ),
    ),
    question="Does https://www.psycopg.org/docs/install.html list a wheel for your Python?",
    span=(120, 310),
    line=41,
    matched="  ./psycopg/psycopg.h:35:10: fatal error: Python.h: No such file or directory",
)

MISSING_HEADER = diagnosis(
    "anthropic/missing-beta-header",
    "Computer use needs the header Anthropic-Computer-Use-Beta",
    confidence="high",
    reasons=("exact class", "the whole message matches"),
    evidence=(Evidence("the text `Missing required header`", 13.0, (44, 67)),),
    bits=13.0,
    causes=(
        Cause("no-header", "The request has no such header.", 0.81, 0.0, (), ("add-header",)),
        Cause(
            "header-dropped", "Code around the client drops custom headers.", 0.18, -2.0, (), ("add-header",)
        ),
    ),
    fixes=(
        fix(
            "add-header",
            "Send the header with each request",
            0.7,
            steps=(
                "Pass the header to messages.create",
                "Merge it with your own headers, do not replace them",
            ),
            code={
                "broken": "response = client.messages.create(\n    model=MODEL,\n    messages=MESSAGES,\n)",
                "fixed": (
                    "response = client.messages.create(\n    model=MODEL,\n    messages=MESSAGES,\n"
                    "    extra_headers={'Anthropic-Computer-Use-Beta': 'true'},\n)\n"
                ),
            },
            config={"file": "Makefile", "text": "run:\n\tANTHROPIC_LOG=debug python app.py\n"},
            verify=(Verify("send the same request again", expect='"type": "message"'),),
        ),
    ),
    matched="anthropic.BadRequestError: Error 400: Missing required header 'Anthropic-Computer-Use-Beta'",
    line=7,
    link=1,
)

GIT_PUSH = diagnosis(
    "git/non-fast-forward",
    "git push was rejected: the remote branch has commits that you do not have",
    confidence="high",
    reasons=("the whole message matches",),
    evidence=(Evidence("the text `[rejected] * (non-fast-forward)`", 16.0, (0, 40)),),
    bits=16.0,
    causes=(
        Cause("behind", "Someone else pushed to the branch.", 0.12, 0.0, (), ("rebase",)),
        Cause("rewritten", "You rewrote commits that were pushed before.", 0.11, 0.0, (), ("force",)),
    ),
    fixes=(
        fix(
            "force",
            "Overwrite the remote branch with yours",
            0.2,
            risk="high",
            reversible=False,
            source="community",
            commands={"any": ("git push --force-with-lease",)},
            rollback="git push --force-with-lease origin <old commit, from git reflog>:main",
            verify=(Verify("git status -sb", expect_not="[ahead"),),
        ),
    ),
    matched=" ! [rejected]        main -> main (non-fast-forward)",
    line=3,
)

FALLBACK = diagnosis(
    "anthropic/bad-request",
    "The Anthropic API refused the request (HTTP 400)",
    kind="fallback",
    tier="fallback",
    confidence="low",
    reasons=("no specific entry matches",),
    evidence=(Evidence("the class anthropic.BadRequestError", 3.0, (0, 25)),),
    bits=3.0,
    causes=(
        Cause(
            "opaque",
            'The server gave no reason; the message is only "Error".',
            0.66,
            1.5,
            (Evidence('message is "Error"', 1.5, (90, 95)),),
            ("capture-request-id",),
        ),
        Cause(
            "malformed-body",
            "A required field is missing or has the wrong type.",
            0.21,
            0.0,
            (),
            ("validate-body",),
        ),
    ),
    fixes=(
        fix(
            "capture-request-id",
            "Log request id, model and SDK version, then ask the vendor",
            0.5,
            risk="none",
            verify=(Verify("read the log of the next failure", expect="req_"),),
        ),
        fix(
            "validate-body",
            "Send the smallest body that should work, then add the fields back",
            0.2,
            risk="none",
            steps=("Keep model, max_tokens and one user message", "Add one field per try"),
        ),
    ),
    matched=(
        "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': "
        "{'type': 'invalid_request_error', 'message': 'Error'}}"
    ),
    line=1,
)

OTHER_VERSION = OtherVersion(
    BETA_FLAG.id, BETA_FLAG.title, "claude-code 2.1.173 is not in <=2.1.111", {CLAUDE: "2.1.112"}, 12
)
