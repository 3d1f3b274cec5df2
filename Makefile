# Every check of the project has a name here; CI runs the same ones (.ci/run).
PY ?= python
GB ?= 10

.PHONY: check format lint types test cover cuts forks faults kb bench bench-short \
	bench-stream bench-stream-short soak-stream schema snapshots reproduce background

check: lint types

format:
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lint:
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .

types:
	$(PY) -m mypy

test:
	$(PY) -m pytest

cover:  # branch coverage of the core, at least 95 %
	$(PY) -m pytest --cov --cov-report=term --cov-fail-under=95

cuts:  # 100,000 random cuts of real traces: the reports of the uncut text (some minutes)
	$(PY) -m tests.stream.cuts

forks:  # 1,000 forks while 8 threads match, and 16 threads with 10,000 matches each (some minutes)
	MATCHER_FORKS=1000 MATCHER_THREAD_MATCHES=10000 $(PY) -m pytest tests/doors/test_concurrency.py

faults:  # a fault at 2,000 calls of fresh processes (some minutes)
	MATCHER_FAULT_POINTS=2000 $(PY) -m pytest tests/doors/test_faults.py

kb:
	$(PY) -m matcher kb check

bench:  # all benchmarks; writes benchmarks/results and benchmarks/README.md
	$(PY) -m benchmarks.run

bench-short:  # the same definitions with few rounds: checks counts, not times
	$(PY) -m benchmarks.run --short

bench-stream:  # streams beside other engines; writes benchmarks/STREAMS.md; `pip install -e '.[bench]'` first
	$(PY) -m benchmarks.stream_run

bench-stream-short:  # the same with little data and few signatures: checks counts, not times
	$(PY) -m benchmarks.stream_run --short

soak-stream:  # memory and bytes of a stream of $(GB) GB; writes benchmarks/results/streams-soak.*
	$(PY) -m benchmarks.stream_soak --gb $(GB)

schema:  # the schema that the entries name for editors
	$(PY) -m matcher schema entry > kb/entry.schema.json

snapshots:  # rewrite the snapshots of reports; read the difference before you commit it
	MATCHER_UPDATE_SNAPSHOTS=1 $(PY) -m pytest tests/report

reproduce:  # make the observed errors again with the real tools (long; needs them installed)
	$(PY) -m tests.reproduce.run

background:  # collect ordinary output anew and rebuild the background model (long)
	tools/background/collect.sh
