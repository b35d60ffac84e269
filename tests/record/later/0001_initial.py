"""The record's own first migration."""

from importlib import import_module

Migration = import_module("headway.record.migrations.0001_initial").Migration
