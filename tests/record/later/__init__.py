"""The migrations of the record and one more, as a later version might bring it."""

from headway.record import migrations

__path__ = [*__path__, *migrations.__path__]
