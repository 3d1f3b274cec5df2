"""Where things lie: the built-in knowledge base, the user's own, and the cache."""

import os
import sys

_PLATFORM = sys.platform  # a name of its own: mypy would call the other branches dead
_HERE = os.path.dirname(os.path.abspath(__file__))


def builtin_kb() -> str:
    """The knowledge base of the package: inside a wheel, beside the package in a checkout."""
    inside = os.path.join(_HERE, "_kb")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), "kb")


def user_kbs() -> list[str]:
    """The user's own knowledge bases: $MATCHER_KB (a path list), and `kb` in the configuration folder."""
    named = [path for path in os.environ.get("MATCHER_KB", "").split(os.pathsep) if path]
    own = os.path.join(_user_folder("config"), "kb")
    return named + ([own] if os.path.isdir(own) else [])


def cache_folder() -> str:
    """Where compiled databases are kept ($MATCHER_CACHE_DIR, else the convention of the system)."""
    return os.environ.get("MATCHER_CACHE_DIR") or _user_folder("cache")


def _user_folder(kind: str) -> str:
    if _PLATFORM == "linux":
        # The same answer as platformdirs; importing it costs more than opening a database.
        base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(os.path.expanduser("~"), f".{kind}")
        return os.path.join(base, "matcher")
    import platformdirs

    find = platformdirs.user_cache_dir if kind == "cache" else platformdirs.user_config_dir
    return find("matcher", appauthor=False)
