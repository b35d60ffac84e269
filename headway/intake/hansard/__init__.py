"""The official report of the Canadian House of Commons: one sitting in one or two languages."""

from headway.intake.hansard.reading import read

__all__ = ["read"]
