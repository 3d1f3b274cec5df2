"""All tests share one cache folder that is not the user's."""

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """A cache of this run; processes that tests start inherit it."""
    before = os.environ.get("MATCHER_CACHE_DIR")
    os.environ["MATCHER_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["MATCHER_CACHE_DIR"]
    else:
        os.environ["MATCHER_CACHE_DIR"] = before
