"""The record as a Django application."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


def _install_triggers(using: str, **_: Any) -> None:
    from headway.record.triggers import install  # needs the applications loaded

    install(using)


def _step_aside(using: str, plan: Any, **_: Any) -> None:
    from headway.record.triggers import step_aside  # needs the applications loaded

    step_aside(using, plan)


class RecordConfig(AppConfig):
    """Puts the triggers in place after every migration: a remade table has lost its own."""

    name = "headway.record"
    label = "record"

    def ready(self) -> None:
        """Called once by Django when all models are loaded."""
        pre_migrate.connect(_step_aside, sender=self)
        post_migrate.connect(_install_triggers, sender=self)
