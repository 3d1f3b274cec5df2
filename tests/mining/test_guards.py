"""The condition above a raise statement, in words that can be believed."""

import pytest
from code_of_packages import sites_of

#: Body of a function -> the clause of its last site.
CASES = [
    ('if x is None:\n    raise E("m" "essage")', "when `x is None`"),
    ('if a:\n    pass\nelse:\n    raise E("message")', "when not `a`"),
    ('if x is None:\n    pass\nelif b:\n    raise E("message")', "when `x is not None` and `b`"),
    ('if not ready(x):\n    pass\nelse:\n    raise E("message")', "when `ready(x)`"),
    ('if x in y:\n    return\nraise E("message")', "when `x not in y`"),
    ('if x < 1:\n    return\nraise E("message")', "when not `x < 1`"),
    ('if x:\n    log(x)\nraise E("message")', ""),
    ('if x:\n    a()\nelse:\n    return\nraise E("message")', "when `x`"),
    ('if a:\n    b()\nelif c:\n    return\nraise E("message")', ""),
    ('for x in xs:\n    if x.bad:\n        raise E("message")', "when `x.bad`, in the loop over `xs`"),
    (
        'for x in xs:\n    if x.good:\n        return x\nraise E("message")',
        "after the loop over `xs` returned nothing",
    ),
    ('while busy:\n    raise E("message")', "when `busy`"),
    ('while True:\n    raise E("message")', ""),
    (
        'try:\n    return d[k]\nexcept KeyError:\n    raise E("message") from None',
        "while handling `KeyError` of `return d[k]`",
    ),
    ('try:\n    a()\n    b()\nexcept (A, B):\n    raise E("message")', "while handling `(A, B)`"),
    ('try:\n    a()\nexcept:\n    raise E("message")', "while handling any exception of `a()`"),
    (
        'try:\n    return a()\nexcept A:\n    pass\nraise E("message")',
        "after what was tried above returned nothing",
    ),
    (
        'match x:\n    case int():\n        pass\n    case _:\n        raise E("message")',
        "when `x` fits no case before",
    ),
    (
        'match x:\n    case [a, b] if a:\n        raise E("message")',
        "when `x` fits the case `[a, b]` and `a`",
    ),
    ('with lock:\n    if x:\n        raise E("message")', "when `x`"),
    ('m = find(x)\nif not m:\n    raise E("message")', "when `not m`, where `m` is `find(x)`"),
    ('x = x.strip()\nif not x:\n    raise E("message")', "when `not x`"),
    ('if a:\n    msg = "message"\nelse:\n    return\nraise E(msg)', "when `a`"),
    ('def inner():\n    raise E("message")', ""),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_conditions(tmp_path, body, expected):
    """The tests around a statement are told, and those above it that left the function."""
    lines = "\n".join("    " + line for line in body.splitlines())
    site = sites_of(tmp_path, f"def f(x):\n{lines}\n")[-1]
    assert site.condition == expected


def test_only_the_nearest_conditions_are_told(tmp_path):
    """Of many tests around a statement the inner ones are told, in the order of the source."""
    source = "".join("    " * n + f"if a{n}:\n" for n in range(8)) + "    " * 8 + 'raise E("message")'
    assert sites_of(tmp_path, source)[0].condition == "when `a4` and `a5` and `a6` and `a7`"


def test_other_checks_are_told_only_where_nothing_else_is(tmp_path):
    """A check above that raises itself says little beside the test of this statement."""
    source = """
        def f(x):
            if x.a:
                raise E("the first message")
            if x.b:
                raise E("the second message")
            raise E("the third message")
    """
    assert [one.condition for one in sites_of(tmp_path, source)] == [
        "when `x.a`",
        "when `x.b`",
        "when not `x.a` and not `x.b`",
    ]


def test_a_long_expression_is_cut(tmp_path):
    """A condition is one line of bounded length, without what could be taken for a capture."""
    source = (
        'if x == "%{name}" and ' + " and ".join(f"value_{n}" for n in range(40)) + ':\n    raise E("message")'
    )
    condition = sites_of(tmp_path, source)[0].condition
    assert len(condition) < 130
    assert condition.endswith("…`")
    assert "%{" not in condition


def test_a_thousand_branches(tmp_path):
    """A chain of a thousand `elif` is read, like any other file."""
    chain = "if x == 0:\n    pass\n" + "".join(f"elif x == {n}:\n    pass\n" for n in range(1, 900))
    assert sites_of(tmp_path, chain + 'else:\n    raise E("message")')[0].condition.startswith(
        "when `x != 896`"
    )


def test_where_it_is(tmp_path):
    """A site names file, line, qualified function, and what `python -m inspect` can show of it."""
    source = """
        class Store:
            def get(self):
                raise KeyError("message one")
            @property
            def name(self):
                raise KeyError("message two")
            def make(self):
                def inner():
                    raise KeyError("message three")
        raise KeyError("message four")
    """
    found = sites_of(tmp_path, source)
    assert [(one.place, one.function, one.shown_by) for one in found] == [
        ("acme/core.py:4", "Store.get", "acme.core:Store.get"),
        ("acme/core.py:7", "Store.name", "acme.core:Store"),
        ("acme/core.py:10", "Store.make.inner", "acme.core:Store.make"),
        ("acme/core.py:11", "", "acme.core"),
    ]


def test_classes_are_resolved(tmp_path):
    """A class is named as a stack trace names it: dotted, bare if it is built in, unknown if it may be none."""
    source = """
        from .errors import StoreError as Bad
        from . import errors
        import requests.exceptions as rex
        class Own(Exception): pass
        def f(self):
            raise ValueError("message one")
            raise Bad("message two")
            raise errors.Other("message three")
            raise rex.HTTPError("message four")
            raise Own("message five")
            raise self.fail("message six")
    """
    assert [one.exception for one in sites_of(tmp_path, source)] == [
        "ValueError",
        "acme.errors.StoreError",
        "acme.errors.Other",
        "requests.exceptions.HTTPError",
        "acme.core.Own",
        "",
    ]
