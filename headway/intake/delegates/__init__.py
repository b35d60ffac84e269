"""Lists of delegates: who came to a round, for which side, in what role, as XLSX, ODS or CSV.

    read(path, setting=Setting(round="r7", party="china"), record=corpus)

In the order it runs: `heads` (the row that names the columns), `rows` (groups, merged cells, rows
of people), `roles` (what words mean), `reading` (people, bodies and delegates as values).
"""

from headway.intake.delegates.reading import read

__all__ = ["read"]
