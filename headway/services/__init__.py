"""The acts: each checks permission first, is one transaction and one entry of the log.

All arguments are keyword-only; the clock and the actor are given (`at=` with a time zone, `by=`).

- `permissions.Actor(id, role, viewer)`: who acts; roles are reader, assessor, desk, keeper.
  Without accounts the one user is `permissions.local_user(id)`.
- `loading.load(values=, texts=, originals=, by=, at=, dry_run=False, progress=None)` gives a
  LoadReport: `values` are Known(value, known_on, file, line) of `headway.bundle`; `texts` maps
  SHA-256 to a text, `originals` to file name and bytes, as a Bundle has them. With complaints
  nothing was written.
- `restoring.restore(entries=, texts=, originals=, by=) -> Restored(position, root)`: into an
  empty record only; writes the entries brought and none of its own.
- `exporting.export(by=) -> History`: the whole history as `headway.bundle.log` entries, texts,
  originals. `exporting.export_view(viewer=, by=) -> Excerpt`: values of one view, their texts,
  their originals; no log.
- `releasing.release(view=, title=, items=, measures=, author=, version=, decided_by=, by=, at=)`
  gives the position of its entry; the items then carry the label of that view.
- `withholding.withhold(item=, view=, category=, decided_by=, by=, at=, ...)` likewise.
- `erasing.erase(noun=, value_id=, category=, decided_by=, by=, at=) -> Erased`.
"""
