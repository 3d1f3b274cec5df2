"""An entry with every field, to be changed at one place, and one with only what must be there."""

from copy import deepcopy
from typing import Any

from packs import DISK

from matcher.knowledge.strict_yaml import parse

#: Only what an entry must have.
MINIMAL = f"""\
{DISK}\
  make-room: {{does: Delete what nobody needs, risk: medium, source: community}}
examples:
  - {{text: "write failed: No space left on device", provenance: authored}}
"""

#: Every field.
WHOLE = """
title: "Widget server: %{word:job} lost its lock"
kind: known
status: stable
severity: critical
tags: [lock, timeout]
parent: widget/request-failed
related:
  - {id: widget/old-lock, type: renamed}
  - {id: widget/clock, type: similar}
seen: {first: "2024-01-02", last: "2026-11-03"}
review_by: "2028-02-29"
match:
  identifies:
    - text: "LockLost: '%{word:job}'"
      cased: true
      full: true
      where: message
    - regex: 'lock [0-9a-f]{8} is gone'
      cased: false
      slow: true
      where: body
    - json: {"**.code": "77", "**.reason": lock_*}
    - all:
        - exception: {type: widget.LockLost, module: widget, raised_in: widget.worker, args: ["lock *"]}
        - attr: {code: "77", response.status: "409"}
        - frame: {module: widget.worker, function: renew, file: worker.py, at: raising}
    - sequence:
        within: {lines: 20, seconds: 1.5}
        steps: [{text: renewing}, {text: conflict}]
  supports:
    - count: {of: {text: beat skipped}, at_least: 3, within: {lines: 50}}
    - any: [{text: pause, where: context_line}, {use: widget-client}]
  excludes:
    - none: [{text: shutdown}]
applies_to:
  packages: {"python:widget": ">=2,<4", "npm:@widget/client": "^1.2", "service:widgetd": "<=2.1.111"}
  fixed_in: {"python:widget": "4.0rc1", "npm:@widget/client": "1.3.0"}
  python: ">=3.9"
  os: [linux, macos]
  arch: [x86_64, arm64]
  env: {WIDGET_BEAT: unset}
  labels: {service: broker}
causes:
  - id: slow-job
    says: The job %{job} outlived its lock.
    weight: rare
    when:
      all:
        - capture: {job: "*"}
        - context: {packages: {"python:widget": "<3"}}
    fixes: [beat, drop]
fixes:
  beat:
    does: Renew the lock while the job runs
    steps: [Set the beat, Restart]
    commands: {any: [widget set beat 10], windows: [widget.exe set beat 10], alpine: [x], debian: [x]}
    config: {file: widget.toml, text: "beat = 10"}
    code: {broken: run(job), fixed: "run(job, beat=10)"}
    risk: low
    reversible: true
    rollback: Unset the beat
    source: official
    status: verified
    needs: {any: [{context: {python: "==3.11.*"}}, {context: {os: [linux]}}]}
    verify:
      - {run: widget workers, expect: beat 10}
      - {run: widget log, expect_not: lost}
      - {run: widget --version, expect_version: ">=4"}
    references: [{title: Beats, url: "https://example.org/beat"}]
  drop: {does: Drop the lock, risk: high, reversible: false, source: generated, status: disputed}
checklist:
  - {test: Was a beat skipped, means: The thread was blocked, next: beat}
prevention: [Make jobs shorter]
references: [{title: Locks, url: "http://example.org/lock"}]
examples:
  - text: "LockLost: 'job-1'"
    provenance: authored
    context: {packages: {"python:widget": "2.4"}, python: "3.11", os: linux, env: {WIDGET_BEAT: ""}}
    expect: {captures: {job: job-1}, cause: slow-job, rank: 2}
  - {file: fixtures/lost.log, provenance: observed, source: "https://example.org/issues/1"}
counterexamples:
  - {text: "LockLost: never taken", why: nothing was held}
"""

IDENTIFIES = ("match", "identifies")

BEAT = ("fixes", "beat")


def value(text: str) -> dict[str, Any]:
    document, problems = parse(text.encode(), "x.yaml")
    assert document is not None, problems
    return document.value


def changed(path: tuple[str | int, ...], new: object) -> dict[str, Any]:
    """The whole entry with one value replaced, or taken out where `new` is None."""
    data = deepcopy(value(WHOLE))
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    if new is None:
        del place[path[-1]]
    else:
        place[path[-1]] = new
    return data
