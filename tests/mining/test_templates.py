"""Every way to write a message in Python gives its template: fixed text, and holes for what varies."""

import pytest
from code_of_packages import messages, shown, sites_of

FORMS = [
    ('"it is all fixed"', "it is all fixed"),
    ('"two " "pieces"', "two pieces"),
    ('"a sum of " + name + " and text"', "a sum of {name} and text"),
    ('"a count of " + str(n)', "a count of {n}"),
    ('f"job {self.name!r} of {n:d} in {x:.2f}"', "job {self.name!r} of {n:int} in {x}"),
    ('f"just {{braces}} and {len(jobs)}"', "just {braces} and {len(jobs):int}"),
    ('"no file %s" % path', "no file {path}"),
    ('"%s has %d of %r, 100%%" % (a, b.c, d)', "{a} has {b.c:int} of {d!r}, 100%"),
    ('"width %5d and %.3f" % (a, b)', "width {a} and {b}"),
    ('"%(name)s lost %(n)d" % {"name": x, "n": y}', "{name} lost {n:int}"),
    ('"%(name)s of a mapping" % vars(self)', "{name} of a mapping"),
    ('"{} and {}".format(a, b)', "{a} and {b}"),
    ('"{1} before {0!r}".format(a, b)', "{b} before {a!r}"),
    ('"{name} has {x.y}".format(name=a, x=b)', "{name} has {x.y}"),
    ('"{n:d} jobs".format(n=len(x))', "{n:int} jobs"),
    ('_("translated %s") % name', "translated {name}"),
    ('gettext_lazy("lazy {}").format(name)', "lazy {name}"),
    ('textwrap.dedent("""\\\n    several\n    lines""")', "    several\n    lines"),
    ('" ".join(["one", name, "three"])', "one {name} three"),
    ('"  at the ends  ".strip()', "  at the ends  "),
    ('(text := "named here")', "named here"),
]


@pytest.mark.parametrize(("written", "expected"), FORMS)
def test_forms(tmp_path, written, expected):
    """A message is read in each form in which Python programs write it."""
    assert messages(tmp_path, f"raise ValueError({written})") == [expected]


def test_a_choice_gives_both_messages(tmp_path):
    """`a if x else b` gives two messages, and plural forms two as well."""
    assert messages(tmp_path, 'raise ValueError("one of them" if x else "another one")') == [
        "one of them",
        "another one",
    ]
    assert messages(tmp_path, 'raise ValueError(ngettext("%d item", "%d items", n) % n)') == [
        "{n:int} item",
        "{n:int} items",
    ]


@pytest.mark.parametrize(
    "unreadable",
    [
        "ValueError",
        "ValueError()",
        "ValueError(code)",
        "ValueError(make(1))",
        'ValueError("%d" % n)',
        "error",
    ],
)
def test_what_cannot_be_read_is_no_message(tmp_path, unreadable):
    """Without fixed text there is nothing to recognise; nothing is guessed."""
    assert messages(tmp_path, f"def f(code, n, error):\n    raise {unreadable}") == []


def test_names_are_followed(tmp_path):
    """A message may be put into a name first, grown, or stand at the top of the module or the class."""
    source = """
        TOP = "from the top: %s"

        class Store:
            broken = "the store is broken"
            texts = {"empty": "the store is empty"}

            def one(self, x):
                msg = f"assigned above {x}"
                raise ValueError(msg)

            def two(self, x):
                msg = "begun here"
                msg += f" and grown {x}"
                raise ValueError(msg)

            def three(self, x):
                if x:
                    msg = "with an x"
                else:
                    msg = "without an x"
                raise ValueError(msg)

            def four(self, x):
                raise ValueError(TOP % x, self.broken)

            def five(self):
                raise ValueError(self.texts["empty"])

            def six(self):
                error = KeyError("made before it is raised")
                raise error from None
    """
    assert messages(tmp_path, source) == [
        "assigned above {x}",
        "begun here and grown {x}",
        "with an x",
        "without an x",
        "the store is broken",
        "the store is empty",
        "made before it is raised",
    ]


def test_a_name_that_is_given_something_else_is_not_followed(tmp_path):
    """Arguments, loop variables and unpacked names hide a constant of the same name."""
    source = """
        msg = "a constant of the module"
        def f(msg): raise ValueError(msg)
        def g():
            for msg in messages(): raise ValueError(msg)
        def h():
            msg, code = answer()
            raise ValueError(msg)
    """
    assert messages(tmp_path, source) == []


def test_the_message_may_be_any_argument(tmp_path):
    """The argument with the longest fixed text is the message, also a named one."""
    source = """
        raise OSError(errno.EINVAL, "the argument is no socket")
        raise HTTPError(status=400, message=f"bad request for {url}")
        sys.exit("no configuration file was found")
        raise fail("made by a function: %s" % x).with_traceback(tb)
    """
    assert messages(tmp_path, source) == [
        "the argument is no socket",
        "bad request for {url}",
        "no configuration file was found",
        "made by a function: {x}",
    ]


def test_a_default_message_is_not_blamed_on_others(tmp_path):
    """A constant of a class is its message where nothing else is handed over, and only there."""
    source = """
        class StoreError(Exception):
            message = "the store is not there"
        def one(x):
            raise StoreError(x)
        def two(x):
            raise StoreError(name=x)
        def three(x):
            raise StoreError("a message of its own")
    """
    found = [(one.function, shown(one.template)) for one in sites_of(tmp_path, source)]
    assert found == [("three", "a message of its own"), ("two", "the store is not there")]


def test_classes_that_make_their_message(tmp_path):
    """A class attribute, `super().__init__` and `__str__` give the message; the raising place is told."""
    source = """
        class BaseError(Exception): pass
        class NotThere(BaseError):
            fmt = "the lease {name} is not there"
        class Gone(BaseError):
            def __init__(self, n):
                super().__init__(f"{n} leases are gone by now")
        class Odd(BaseError):
            def __str__(self):
                return "an odd number of leases: %d" % self.n
        class Command:
            fmt = "a help text of another class"

        def find(name):
            if name not in LEASES:
                raise NotThere(name=name)
    """
    assert messages(tmp_path, source) == [
        "{n} leases are gone by now",
        "an odd number of leases: {self.n:int}",
        "the lease {name} is not there",
    ]
