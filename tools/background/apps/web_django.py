"""A Django project in one file: settings, urls, tests, management."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path

if not settings.configured:
    settings.configure(
        DEBUG=True,
        SECRET_KEY="not-a-secret",
        ROOT_URLCONF="web_django",
        ALLOWED_HOSTS=["*"],
        APPEND_SLASH=True,
        STATIC_URL="/static/",
        STATIC_ROOT="static",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            f"django.contrib.{name}"
            for name in ("auth", "contenttypes", "sessions", "messages", "admin", "staticfiles", "sites")
        ],
        MIDDLEWARE=[
            "django.middleware.common.CommonMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        f"django.{name}"
                        for name in (
                            "template.context_processors.request",
                            "contrib.auth.context_processors.auth",
                            "contrib.messages.context_processors.messages",
                        )
                    ]
                },
            }
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}},
        LOGGING={
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"plain": {"format": "{levelname} {asctime} {module} {message}", "style": "{"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
            "loggers": {"django.db.backends": {"handlers": ["console"], "level": "DEBUG"}},
        },
    )


def home(request: HttpRequest, number: int = 0) -> JsonResponse:
    """Answer with a number; more than 800 is not there."""
    return JsonResponse({"item": number, "errors": 0}, status=404 if number > 800 else 200)


def closed(request: HttpRequest) -> HttpResponse:
    """Ask for credentials."""
    return HttpResponse(status=401)


def old(request: HttpRequest) -> HttpResponseRedirect:
    """Redirect."""
    return HttpResponseRedirect("/")


urlpatterns: list[Any] = [
    path("", home),
    path("health", home),
    path("items/<int:number>", home),
    path("admin/", closed),
    path("old", old),
]

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = ""
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
