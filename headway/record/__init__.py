"""Keep a record: tables, log, triggers, texts, originals, names. The only way in to Django.

What the layers above use:

- `setup.configure(url)`: loads Django once for this process; a later call changes the record.
- `setup.create_record(url)`: a new, empty record (Conflict when there is something already).
- `setup.open_record(url)`: opens one; RecordUnsafe without its triggers or with an unsafe store.
  A url is the path of an SQLite file, `:memory:` or `postgres://user@host:port/name`.

After one of these (the modules below need Django):

- `corpora.corpus(viewer, as_of=None) -> Corpus`: what a viewer may know; texts come on demand.
- `corpora.history_of(viewer, noun, value_id) -> tuple[Version, ...]`: the versions of one value
  that the viewer may see now, oldest knowledge first.
- `corpora.position() -> int`: how many entries the log has. `corpora.root() -> bytes`.
- `documents.text(hash) -> str`, `documents.original(hash) -> Document`.
- `verification.verify(checkpoint=None) -> Verification`: every finding one sentence; `.sound`.
- `names.NamesFile(path, passphrase)`, `names.cut_names(text, names)`: names of persons, apart.

Writing is done by `headway.services` only.
"""
