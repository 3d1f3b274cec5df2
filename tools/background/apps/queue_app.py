"""A Celery application on the memory broker, which feeds itself; and an APScheduler run."""

from __future__ import annotations

import logging
import time
from typing import Any

from celery import Celery
from celery.signals import worker_ready

app = Celery("shop", broker="memory://", backend="cache+memory://")
app.conf.beat_schedule = {
    "count-errors": {"task": "shop.count_errors", "schedule": 2.0},
    "ping": {"task": "shop.ping", "schedule": 3.0},
}
app.conf.broker_connection_retry_on_startup = True
log = logging.getLogger("shop")


@app.task(name="shop.ping")
def ping() -> str:
    """Do nothing."""
    return "pong"


@app.task(name="shop.count_errors")
def count_errors() -> int:
    """Report that there are none."""
    log.info("errors=0 failed=0 timeouts=0")
    return 0


@app.task(name="shop.send_mail", bind=True, max_retries=3)
def send_mail(self: Any, number: int) -> str:
    """Succeed at the second try, as mail often does."""
    if self.request.retries == 0 and number % 3 == 0:
        raise self.retry(countdown=0.2)
    log.info("mail %d sent after %d retries", number, self.request.retries)
    return f"sent {number}"


@worker_ready.connect
def feed(sender: Any, **_: Any) -> None:
    """Put work into the queue as soon as someone can do it."""
    for number in range(30):
        send_mail.delay(number)
        ping.delay()


def schedule() -> None:
    """Run a few jobs in APScheduler with its log at DEBUG."""
    from apscheduler.schedulers.background import BackgroundScheduler

    logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    scheduler = BackgroundScheduler()
    for name in ("retry_failed", "expire_tokens", "clean_cache", "check_errors"):
        scheduler.add_job(ping, "interval", seconds=1, id=name, name=name)
    scheduler.start()
    time.sleep(4)
    scheduler.shutdown()


if __name__ == "__main__":
    schedule()
