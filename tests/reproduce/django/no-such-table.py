# needs: pip:django
"""Query Django models whose tables were never made. With PG_NAME set, ask PostgreSQL too."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

import django
from django.conf import settings


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        databases = {
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(folder, "db.sqlite3")}
        }
        if "PG_NAME" in os.environ:
            databases["other"] = {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": os.environ["PG_NAME"],
                "USER": os.environ.get("PG_USER", ""),
                "PASSWORD": os.environ.get("PG_PASSWORD", ""),
                "HOST": os.environ.get("PG_HOST", ""),
                "PORT": os.environ.get("PG_PORT", ""),
            }
        if "MYSQL_NAME" in os.environ:
            import pymysql

            pymysql.version_info = (2, 2, 8, "final", 0)
            pymysql.install_as_MySQLdb()
            databases["mysql"] = {
                "ENGINE": "django.db.backends.mysql",
                "NAME": os.environ["MYSQL_NAME"],
                "USER": os.environ.get("MYSQL_USER", ""),
                "PASSWORD": os.environ.get("MYSQL_PASSWORD", ""),
                "HOST": os.environ.get("MYSQL_HOST", ""),
                "PORT": os.environ.get("MYSQL_PORT", ""),
            }
        settings.configure(
            DATABASES=databases,
            INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            USE_TZ=True,
        )
        django.setup()
        from django.contrib.auth.models import User
        from django.db import connections, models
        from django.db.utils import DatabaseError

        class Post(models.Model):
            class Meta:
                app_label = "blog"

        messages = []
        for alias in databases:
            for query in (User.objects.using(alias).count, Post.objects.using(alias).first):
                try:
                    query()
                except DatabaseError as error:
                    traceback.print_exc()
                    messages.append(str(error))
                connections[alias].close()
        wanted = ("no such table: auth_user", "no such table: blog_post")
        return 0 if all(text in messages for text in wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
