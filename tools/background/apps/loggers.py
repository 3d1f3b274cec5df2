"""Say ordinary things through many logging set-ups: plain, syslog-like, JSON, logfmt, coloured."""

from __future__ import annotations

import itertools
import json
import logging
import logging.config
import random
import sys

import structlog
from logfmter import Logfmter
from loguru import logger as loguru_logger
from pythonjsonlogger.json import JsonFormatter

AREAS = (
    "orders.api", "orders.core", "orders.errors", "billing.retry", "billing.http", "auth.tokens", "auth.sessions",
    "search.index", "jobs.worker", "jobs.scheduler", "storage.s3", "cache.redis", "db.pool", "web.middleware",
)  # fmt: skip

# Ordinary sentences; most carry a word that looks bad out of context.
SAID = (
    "started, {n} workers, 0 errors", "listening on 127.0.0.1:{n}", "request finished status={n} error=None",
    "error handler registered for {n} routes", "error reporting is enabled (sample rate 0.{n})", "errors=0 warnings=0 skipped={n}",
    "failed: 0, succeeded: {n}", "no failed jobs in the last {n} s", "retrying failed requests: enabled, max {n}",
    "retry 1 of {n} succeeded", "timeout set to {n} ms", "read timeout: {n} s, connect timeout: 5 s", "no timeout configured, waiting for {n} items",
    "cache miss for key item:{n}, loading", "key item:{n} not found in cache, fetched from database", "user {n} not found, answering 404",
    "answered 401, asked for credentials ({n} ms)", "answered 404 for /items/{n}", "answered 400 to a malformed probe, {n} so far",
    "0 connections refused since start, {n} accepted", "circuit breaker for billing is closed, failures 0/{n}", "health check passed in {n} ms",
    "permission check: user may read order {n}", "access denied rules loaded: {n}", "blocked address list refreshed, {n} entries",
    "exception filter installed, {n} classes", "ignoring {n} known warnings", "warning threshold is {n} percent", "critical threshold is {n} percent",
    "fatal errors stop the worker: yes", "core pool size {n}, maximum 2x", "loaded core plugin {n}", "core limit is unlimited",
    "abort on error: no", "fail fast is off, collecting {n} results", "dead letter queue is empty ({n} checked)", "connection {n} closed by peer, normal",
    "connection pool: size {n}, overflow 0, timeouts 0", "reconnected after {n} ms", "lost lease was renewed in {n} ms", "slow query: {n} ms, within limit",
    "certificate expires in {n} days", "TLS verification enabled, {n} roots loaded", "token refreshed, valid for {n} s", "invalid rows: 0 of {n}",
    "skipped {n} invalid lines, as configured", "missing optional module uvloop, using asyncio ({n})", "unknown field 'note' ignored in {n} records",
    "rolled back dry run of {n} rows", "killed {n} idle sessions, as scheduled", "memory in use {n} MB, limit not reached", "disk {n} percent used",
    "rate limit: {n} of 1000 used", "dropped 0 of {n} messages", "shutdown requested, finishing {n} jobs", "stopped cleanly, exit status 0 after {n} s",
    "panic button disabled in mode {n}", "segment {n} flushed, no corruption detected", "checksum error count: 0 of {n}", "backup {n} verified, no errors found",
    "upload {n} complete, etag matches", "dns lookup took {n} ms", "host example.org resolved to 10.0.0.{n}", "proxy not configured, going direct ({n})",
    "feature 'error_pages_v2' is on for {n} percent", "deprecated option 'timeout_ms' read as 'timeout' ({n})", "unable to guess type of file {n}, using default",
    "cannot compress file {n} further, keeping it", "failure rate 0.0 over {n} calls", "unhandled events: 0 of {n}", "crash reporter is off, {n} reports stored",
    "exit code 0 from hook {n}", "subprocess {n} exited with code 0", "import of {n} records done, errors: 0", "undefined labels ignored: {n}",
)  # fmt: skip

FORMATS = {
    "%(asctime)s %(levelname)s %(name)s: %(message)s": None,
    "%(asctime)s - %(name)s - %(levelname)s - %(message)s": None,
    "[%(asctime)s] %(levelname)s in %(module)s: %(message)s": None,
    "%(levelname)s:%(name)s:%(message)s": None,
    "%(asctime)s.%(msecs)03d [%(threadName)s] %(levelname)-8s %(name)s %(message)s": "%Y-%m-%dT%H:%M:%S",
    "[%(levelname)1.1s %(asctime)s %(name)s:%(lineno)d] %(message)s": "%y%m%d %H:%M:%S",
    "%(process)d %(levelname)s %(filename)s:%(lineno)d %(message)s": None,
}


def sentences(seed: int, count: int) -> list[tuple[str, int, str]]:
    """Return (area, level, text) triples; WARNING is rare, ERROR never."""
    choose = random.Random(seed)
    levels = (logging.DEBUG, logging.INFO, logging.INFO, logging.INFO, logging.WARNING)
    pairs = list(itertools.product(AREAS, SAID))
    choose.shuffle(pairs)
    return [
        (area, choose.choice(levels), text.format(n=choose.randrange(2, 900))) for area, text in pairs[:count]
    ]


def say_with(formatter: logging.Formatter, seed: int, count: int) -> None:
    """Send sentences through a fresh root handler with this formatter."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.DEBUG, handlers=[handler], force=True)
    for area, level, text in sentences(seed, count):
        logging.getLogger(area).log(level, text)


def main() -> None:
    """Print all formats, one after the other."""
    for seed, (form, dates) in enumerate(FORMATS.items()):
        say_with(logging.Formatter(form, dates), seed, 130)
    fields = "%(asctime)s %(levelname)s %(name)s %(message)s"
    say_with(JsonFormatter(fields), 21, 130)
    say_with(JsonFormatter(fields, rename_fields={"levelname": "severity", "asctime": "ts"}), 22, 90)
    say_with(
        Logfmter(
            keys=["ts", "level", "logger"], mapping={"ts": "asctime", "level": "levelname", "logger": "name"}
        ),
        23,
        130,
    )
    for seed, renderer in (
        (31, structlog.dev.ConsoleRenderer(colors=False)),
        (32, structlog.processors.JSONRenderer()),
        (33, structlog.processors.LogfmtRenderer()),
    ):
        structlog.configure(
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso"),
                renderer,
            ],
            logger_factory=structlog.PrintLoggerFactory(sys.stdout),
            cache_logger_on_first_use=False,
        )
        for number, (area, _, text) in enumerate(sentences(seed, 110)):
            structlog.get_logger().info(
                text, area=area, request_id=f"req-{number}", error=None, retries=number % 3
            )
    loguru_logger.remove()
    loguru_logger.add(sys.stdout, colorize=False)
    for area, _, text in sentences(41, 110):
        loguru_logger.bind(area=area).info(text)
    for number, (area, _, text) in enumerate(sentences(51, 120)):  # klog, as many Go daemons print
        print(
            f"I0612 10:{number % 60:02d}:{number * 7 % 60:02d}.{number * 7919 % 1000000:06d}       1 {area.split('.')[1]}.go:{number * 13 % 700}] {text}"
        )
    for number, (area, _, text) in enumerate(sentences(52, 120)):  # an object per line, nested
        print(
            json.dumps(
                {
                    "time": f"2024-06-12T10:{number % 60:02d}:00Z",
                    "log": {"level": "info", "logger": area},
                    "message": text,
                    "error": {},
                    "http": {"status": 200},
                }
            )
        )


if __name__ == "__main__":
    main()
