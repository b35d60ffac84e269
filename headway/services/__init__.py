"""The acts: each checks permission first, is one transaction and one entry of the log.

All arguments are keyword-only; the clock and the actor are given (`at=` with a time zone, `by=`).

- `permissions.Actor(id, role, viewer)`: who acts; roles are reader, assessor, desk, keeper.
  Without accounts the one local user is `permissions.LOCAL_USER`.
- `loading.load(values=, texts=, originals=, by=, at=, dry_run=False) -> LoadReport`: `values` are
  Known(value, known_on, file, line); `texts` maps SHA-256 to a text; `originals` maps SHA-256 to
  anything with `name`, `media_type` and `content`. With complaints nothing was written.
- `restoring.restore(entries=, texts=, originals=, by=) -> Restored(position, root)`: into an
  empty record only; writes the entries brought and none of its own.
- `exporting.export(by=) -> History`: the whole history as plain entries, texts, originals.
- `exporting.export_view(viewer=, by=) -> Excerpt`: values of one view, their texts, their
  originals; no log.
- `releasing.release(view=, title=, items=, measures=, author=, decided_by=, by=, at=) -> position`.
- `withholding.withhold(item=, category=, views label=, decided_by=, by=, at=) -> position`.
- `erasing.erase(noun=, value_id=, category=, by=, at=) -> Erased`.
"""
