"""New entries beside known ones: what would fail or harm is refused, with the reason."""

from helpers import entry_yaml, write_kb

from matcher.knowledge.loader import load
from matcher.proving import trial


def packs(tmp_path, new, known):
    """Two knowledge bases of {id: (example, condition)}, loaded."""
    loaded = []
    for name, entries in (("new", new), ("known", known)):
        files = {one: entry_yaml(example, condition) for one, (example, condition) in entries.items()}
        loaded.append(load([(name, str(write_kb(tmp_path / name, files)))]))
    return loaded


KNOWN = {
    "old/lease-lost": ("the lease of the frobnicator was lost", "text: lease of the frobnicator was lost")
}


def test_a_good_entry_is_accepted(tmp_path):
    """An entry that is first on its own example, and on no other, passes."""
    new = {"new/pump": ("the pump of the frobnicator is dry", "text: pump of the frobnicator is dry")}
    assert trial.refused(*packs(tmp_path, new, KNOWN)) == {}


def test_what_a_known_entry_answers_is_refused(tmp_path):
    """Known entries come first: a new one for the same error is not needed."""
    new = {"pew/lease": ("the lease of the frobnicator was lost", "text: of the frobnicator was lost")}
    assert trial.refused(*packs(tmp_path, new, KNOWN)) == {"pew/lease": trial.ANSWERED}


def test_a_thief_is_refused(tmp_path):
    """An entry that comes before a known one on that one's example is refused, though its own is fine."""
    new = {
        "new/thief": (
            "worker seven: the lease of the frobnicator was lost again",
            "text: the lease of the frobnicator was lost",
        )
    }
    assert trial.refused(*packs(tmp_path, new, KNOWN)) == {"new/thief": trial.STEALS}


def test_of_two_new_ones_the_second_is_refused(tmp_path):
    """Two new entries for one wording: the one that comes second on its own example goes."""
    new = {
        "new/one": ("the pump of the frobnicator is dry", "text: pump of the frobnicator is dry"),
        "new/two": ("the pump of the frobnicator is dry", "text: pump of the frobnicator is dry"),
    }
    assert trial.refused(*packs(tmp_path, new, KNOWN)) == {"new/two": trial.OUTRANKED}


def test_what_the_check_would_report_is_refused(tmp_path):
    """A signature that is too common, or does not match its own example, is refused."""
    new = {
        "new/common": ("an error", "text: error"),
        "new/silent": ("the pump is fine", "text: pump of the frobnicator is dry"),
    }
    assert trial.refused(*packs(tmp_path, new, KNOWN)) == {
        "new/common": "below-floor",
        "new/silent": trial.NOT_FOUND,
    }
