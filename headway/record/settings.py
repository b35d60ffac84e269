"""The one settings module of Django; the record it opens is named by `HEADWAY_RECORD`.

There is no debug switch. Accounts and sessions are no part of a record; they live in a site
file of their own.
"""

import os
import secrets

from headway.record.stores import database

DATABASES = {"default": database(os.environ.get("HEADWAY_RECORD", ":memory:"))}

DEBUG = False
SECRET_KEY = os.environ.get("HEADWAY_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
USE_I18N = False  # pages speak with headway.phrases
TIME_ZONE = "UTC"
LOGGING_CONFIG = None

INSTALLED_APPS = ["headway.record"]

# -- the site: edited by whoever writes headway/web -------------------------------------------

INSTALLED_APPS += ["headway.web", "django.contrib.staticfiles", "csp", "django_htmx"]
WHITENOISE_USE_FINDERS = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "no-referrer"

ROOT_URLCONF = "headway.web.urls"
STATIC_URL = "/static/"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
