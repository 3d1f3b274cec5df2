"""Fixes and diagnoses in few words: what is not given is what most have."""

from typing import Any

from matcher.model import Diagnosis, Fix


def fix(fix_id: str, does: str, score: float, **given: Any) -> Fix:
    """Build a fix; what is not given is what most entries have."""
    defaults: dict[str, Any] = {
        "risk": "low",
        "source": "official",
        "status": "proposed",
        "commands": {},
        "verify": (),
        "steps": (),
        "config": {},
        "code": {},
        "reversible": True,
        "rollback": "",
        "references": (),
        "needs": "",
    }
    return Fix(fix_id, does, score, **(defaults | given))


def diagnosis(entry_id: str, title: str, **given: Any) -> Diagnosis:
    """Build a diagnosis; what is not given is empty."""
    defaults: dict[str, Any] = {
        "kind": "known",
        "tier": "identified",
        "bits": 0.0,
        "confidence": "medium",
        "reasons": (),
        "specificity": 0.0,
        "captures": {},
        "evidence": (),
        "causes": (),
        "fixes": (),
        "question": "",
        "span": (0, 0),
        "line": 0,
        "matched": "",
        "link": 0,
        "also": (),
        "status": "experimental",
        "severity": "medium",
        "tags": (),
        "parent": "",
        "related": (),
        "checklist": (),
        "prevention": (),
        "references": (),
        "fixed_in": {},
        "seen": {},
        "pack": "built-in",
    }
    return Diagnosis(entry_id, title, **(defaults | given))
