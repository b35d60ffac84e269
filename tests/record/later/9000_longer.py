"""Alters a field of every guarded table, for which SQLite makes each table anew."""

from pkgutil import iter_modules
from typing import ClassVar

from django.db import migrations, models

from headway.record import migrations as present

LAST = max(module.name for module in iter_modules(present.__path__))


class Migration(migrations.Migration):
    """Everything a little longer."""

    dependencies: ClassVar = [("record", LAST)]
    operations: ClassVar = [
        migrations.AlterField("logentry", "actor", models.CharField(max_length=130)),
        migrations.AlterField("logtouch", "commitment", models.CharField(max_length=65)),
        migrations.AlterField("logcontent", "label", models.CharField(max_length=130)),
        migrations.AlterField("logerasure", "category", models.CharField(max_length=41)),
        migrations.AlterField("text", "hash", models.CharField(max_length=65, unique=True)),
        migrations.AlterField("original", "name", models.CharField(max_length=256)),
    ]
