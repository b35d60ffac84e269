"""Parliamentary debates as TEI, as the ParlaMint corpora are: a corpus with its files, or one."""

from headway.intake.parlamint.reading import read

__all__ = ["read"]
