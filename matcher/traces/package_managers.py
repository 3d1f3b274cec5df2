"""pip and npm: the block that tells why a package could not be had."""

from matcher.traces.dialect import START, Dialect, Rule

_PIP = (
    rb"\s*error: (?:subprocess-exited-with-error|metadata-generation-failed"
    rb"|legacy-install-failure|\S+-environment)$"
)

PIP = Dialect(
    "pip",
    (
        Rule(START, _PIP, "block", keeps=False),
        Rule(START, rb"ERROR: Could not find a version that satisfies ", "missing", keeps=False),
        Rule(START, rb"ERROR: Cannot install ", "conflict", keeps=False),
        Rule(START, rb"ERROR: pip's dependency resolver does not", "resolver", keeps=False),
        Rule("block", _PIP, "block"),
        Rule("block", rb"\s*(?:\xc3\x97|\xe2\x94\x82|\xe2\x95\xb0)", "block"),  # the drawing of a tree
        Rule("block", rb"\s*(?:note|hint): ", "block"),
        Rule("block", rb"\s+\S|ERROR: Failed building wheel for ", "block"),
        Rule("block", rb"\s*$", "block", keeps=False, loose=True),
        Rule("missing", rb"ERROR: No matching distribution found for ", "end"),
        Rule(
            "conflict",
            rb"The conflict is caused by:$|To fix this you could try|Additionally, some packages",
            "conflict",
        ),
        Rule("conflict", rb"\d\. (?:loosen|remove) |ERROR: ResolutionImpossible|    \s*\S", "conflict"),
        Rule("conflict", rb"$", "conflict", keeps=False, loose=True),
        Rule("resolver", rb"\S+ \S+ (?:requires|has requirement) \S", "resolver"),
    ),
)

_NPM = rb"npm (?:ERR!|error)"

NPM = Dialect(
    "npm",
    (
        Rule(START, _NPM, "npm"),
        Rule("npm", _NPM, "npm"),
    ),
)

DIALECTS = (PIP, NPM)
