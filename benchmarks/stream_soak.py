"""`python -m benchmarks.stream_soak --gb 10`: is memory bounded and flat, and does every byte come out again?

A log with a line of a tenth of its size and a stack trace of a tenth goes through `matcher --passthrough
--json` to a slow reader, which is also stopped and continued. Resident memory is sampled each second. Exit 1
if anything fails.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from time import perf_counter, sleep
from typing import Any

from benchmarks import measure, stream_feeder, stream_pipe, stream_plots
from benchmarks.stream_definitions import LARGE, MIB, SHORT_SIZE
from benchmarks.stream_page import RESULTS
from benchmarks.stream_sets import Sets, Signature

TARGET_BYTES = 150 * MIB
GROWTH_BYTES = 8 * MIB  # of the median of the last third over that of the second one
SAMPLE_S = 1.0
STOPS = (5, 25)  # after so many seconds the reader is stopped
STOP_S = 5.0
NAP_BYTES, NAP_S = 512 * MIB, 0.2  # how slow the reader is


def reader() -> None:
    """The slow reader: hashes and counts what comes, naps now and then; says at the end what it got."""
    hashed, total = hashlib.sha256(), 0
    data = bytearray(MIB)
    while count := os.readv(0, [data]):
        hashed.update(memoryview(data)[:count])
        if (total + count) // NAP_BYTES > total // NAP_BYTES:
            sleep(NAP_S)
        total += count
    print(json.dumps({"bytes": total, "sha256": hashed.hexdigest()}))


def run(gigabytes: float, sets: Sets, size: int) -> dict[str, Any]:
    """Start feeder, matcher and reader, watch them, and give what they said."""
    known = sets.of(size)
    traced = next(one for one in known.signatures if one.module and one.exception)
    feeder = stream_pipe.feeder_words("soak", gigabytes, _texts(known.signatures, traced), traced.module)
    words = stream_pipe.matcher_words(known.database, "--passthrough", "--json", "--block-buffered")
    with (
        tempfile.TemporaryFile() as answers,
        tempfile.TemporaryFile() as fed,
        tempfile.TemporaryFile() as got,
    ):
        ours = stream_pipe.environment()
        feeding = subprocess.Popen(feeder, stdout=subprocess.PIPE, stderr=fed, cwd=stream_pipe.ROOT)
        matching = subprocess.Popen(
            words, stdin=feeding.stdout, stdout=subprocess.PIPE, stderr=answers, env=ours
        )
        reading = subprocess.Popen((sys.executable, "-m", "benchmarks.stream_soak", "--reader"),
                                   stdin=matching.stdout, stdout=got, cwd=stream_pipe.ROOT)  # fmt: skip
        for pipe in (feeding.stdout, matching.stdout):
            assert pipe is not None
            pipe.close()  # so that each one sees it when its neighbour ends
        record = _watch(matching, reading)
        feeding.wait()
        reading.wait()
        record["status"] = matching.returncode
        for name, file in (("fed", fed), ("got", got)):
            file.seek(0)
            record[name] = json.loads(file.read() or b"{}")
        answers.seek(max(0, answers.seek(0, os.SEEK_END) - MIB))
        record["summary"] = stream_pipe.summary(answers.read())
    return {**record, "gb": gigabytes, "signatures": size, "events": stream_feeder.soak_events(gigabytes),
            "target": TARGET_BYTES}  # fmt: skip


def _texts(signatures: tuple[Signature, ...], traced: Signature) -> list[str]:
    """Messages with values; the first one is that of the stack trace."""
    chance = random.Random(0)
    others = [one.message(chance) for one in signatures[:100] if one is not traced]
    return [f"{traced.exception}: {traced.message(chance)}", *others]


def _watch(matching: "subprocess.Popen[bytes]", reading: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """Sample memory each second; stop the reader and let it go on."""
    start = perf_counter()
    samples: list[tuple[float, int]] = []
    stopped: list[tuple[float, float]] = []
    while matching.poll() is None:
        seconds = perf_counter() - start
        samples.append((round(seconds, 1), stream_pipe.resident_bytes(matching.pid)))
        if len(stopped) < len(STOPS) and seconds > STOPS[len(stopped)]:
            reading.send_signal(signal.SIGSTOP)
            sleep(STOP_S)
            samples.append((round(seconds + STOP_S, 1), stream_pipe.resident_bytes(matching.pid)))
            reading.send_signal(signal.SIGCONT)
            stopped.append((round(seconds, 1), round(seconds + STOP_S, 1)))
        sleep(SAMPLE_S)
    return {
        "seconds": perf_counter() - start,
        "samples": [one for one in samples if one[1]],
        "stopped": stopped,
    }


def wrong(record: dict[str, Any]) -> list[str]:
    """Everything that must hold and does not."""
    fed, got, summary = record["fed"], record["got"], record["summary"]
    sizes = [size for _, size in record["samples"]]
    third = max(1, len(sizes) // 3)
    middle, last = sorted(sizes[third : 2 * third] or sizes), sorted(sizes[-third:])
    growth = last[len(last) // 2] - middle[len(middle) // 2]
    lines = summary.get("matched_lines", 0) + summary.get("unmatched_lines", 0)
    checks = {
        f"exit status {record['status']}": record["status"] == 0,
        "no summary": bool(summary),
        "other bytes came out than went in": (fed.get("bytes"), fed.get("sha256"))
        == (got.get("bytes"), got.get("sha256")),
        f"matched and unmatched lines are {lines}, not {fed.get('lines')}": lines == fed.get("lines"),
        f"{summary.get('events')} events, not {record['events']}": summary.get("events") == record["events"],
        f"memory reached {max(sizes, default=0) / MIB:.0f} MiB": max(sizes, default=0) < TARGET_BYTES,
        f"memory grew by {growth / MIB:.1f} MiB": growth <= GROWTH_BYTES,
    }
    return [said for said, holds in checks.items() if not holds]


def main() -> int:
    """Run, check, store."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stream_soak", description="Memory of a long stream."
    )
    parser.add_argument("--gb", type=float, default=10.0, help="gigabytes to read (default: 10)")
    parser.add_argument("--short", action="store_true", help="signatures of the standard library, no results")
    parser.add_argument("--reader", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.reader:
        reader()
        return 0
    record = run(given.gb, Sets(given.short), SHORT_SIZE if given.short else LARGE)
    sizes = [size for _, size in record["samples"]]
    speed = record["fed"].get("bytes", 0) / record["seconds"] / 1e6
    resident = f"{min(sizes, default=0) / MIB:.1f} to {max(sizes, default=0) / MIB:.1f} MiB"
    print(f"{given.gb:g} GB in {record['seconds']:.0f} s, {speed:.0f} MB/s; resident {resident}")
    failed = wrong(record)
    if failed:
        print("failed:", *failed, sep="\n  ")
    elif not given.short:
        RESULTS.mkdir(exist_ok=True)
        kept = {"machine": measure.machine(), **record}
        (RESULTS / "streams-soak.json").write_text(json.dumps(kept) + "\n", encoding="utf-8")
        stream_plots.soak(record, RESULTS / "streams-soak.svg")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
