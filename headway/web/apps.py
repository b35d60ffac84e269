"""The site as a Django app: templates, static files and template tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Read-only pages over a record."""

    name = "headway.web"
    label = "headway_web"
    default_auto_field = "django.db.models.AutoField"
