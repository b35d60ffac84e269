"""Alters a field of every guarded table, for which SQLite makes each table anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Longer texts; a longer commitment."""

    dependencies = [("record", "0001_initial")]
    operations = [
        migrations.AlterField("logentry", "actor", models.CharField(max_length=130)),
        migrations.AlterField("logtouch", "commitment", models.CharField(max_length=65)),
        migrations.AlterField("logcontent", "label", models.CharField(max_length=130)),
        migrations.AlterField("logerasure", "category", models.CharField(max_length=41)),
        migrations.AlterField("text", "hash", models.CharField(max_length=65, unique=True)),
        migrations.AlterField("original", "name", models.CharField(max_length=256)),
    ]
