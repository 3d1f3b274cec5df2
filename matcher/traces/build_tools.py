"""make, CMake, Maven, Gradle: what a build tool prints when a step fails."""

from matcher.traces.dialect import START, Dialect, Rule

_MAKE = rb"g?make(?:\[\d+\])?: \*\*\* "

MAKE = Dialect(
    "make",
    (
        Rule(START, _MAKE, "make"),
        Rule("make", _MAKE, "make"),
        Rule("make", rb"g?make(?:\[\d+\])?: Leaving directory ", "make", keeps=False),
    ),
)

CMAKE = Dialect(
    "cmake",
    (
        Rule(
            START,
            rb"CMake (?:Deprecation |Internal )?(?:Error|Warning)(?: \(dev\))?(?: at |:| in )",
            "text",
            keeps=False,
        ),
        Rule(START, rb"-- Configuring incomplete, errors occurred!$", "logs", keeps=False),
        Rule("text", rb"  \s*\S", "text"),
        Rule("text", rb"Call Stack \(most recent call first\):$", "text"),
        Rule("text", rb"This warning is for project developers", "text"),
        Rule("text", rb"$", "text", keeps=False, loose=True),
        Rule("logs", rb"See also \"", "logs"),
    ),
)

_LEVEL = rb"(?:\[ERROR\] ?)?"  # mostly it is gone already: it is a stamp like any other
_MAVEN_END = _LEVEL + (
    rb"(?:-> \[Help \d+\]|To see the full stack trace of the errors|Re-run Maven using|\[Help \d+\] https?:"
    rb"|For more information about the errors|After correcting the problems|See \S+ for the individual test)"
)
_MAVEN_PLACE = _LEVEL + rb"(?:[A-Za-z]:)?[^\s:\[][^:\n\[]{0,300}:\[\d+,\d+\] "
_UNREADABLE = _LEVEL + rb"The build could not read \d+ project"

MAVEN = Dialect(
    "maven",
    (
        Rule(START, _LEVEL + rb"Failed to execute goal ", "goal", keeps=False),
        Rule(START, _UNREADABLE, "goal", keeps=False),
        Rule(START, rb"(?:\[ERROR\] ){0,2}Some problems were encountered while ", "problems", keeps=False),
        Rule(START, _MAVEN_PLACE, "place"),
        Rule("place", rb"  \s*\S", "place"),
        Rule("problems", rb" @ ?$", "problems"),
        Rule("problems", _UNREADABLE, "goal"),
        Rule("problems", rb".*$", "problems", keeps=False, filler=True),
        Rule("goal", _MAVEN_END, "goal"),
        Rule("goal", _MAVEN_PLACE, "goal"),
        Rule("goal", _LEVEL + rb"  \s*\S", "goal"),
        Rule("goal", rb".*$", "goal", keeps=False, filler=True),
    ),
)

_GRADLE_TITLE = rb"\* (?:What went wrong|Where|Try|Exception is|Get more help)\b"

GRADLE = Dialect(
    "gradle",
    (
        Rule(START, rb"FAILURE: Build (?:failed|completed) with ", "build", keeps=False),
        Rule(START, rb"\* What went wrong:$", "build", keeps=False),
        Rule("build", rb"BUILD FAILED in ", "end"),
        Rule("build", _GRADLE_TITLE, "build"),
        Rule(
            "build",
            rb"Execution failed for task|A problem occurred |Build file '"
            rb"|Script '|Could not |Run with --|> Run with --",
            "build",
        ),
        Rule("build", rb"\s+\S|Caused by: |\d+: Task failed|={20,}$|-{20,}$|BUILD FAILED", "build"),
        Rule("build", rb".*$", "build", keeps=False, filler=True),
    ),
)

DIALECTS = (MAKE, CMAKE, MAVEN, GRADLE)
