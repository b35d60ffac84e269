"""What every way of counting recommendations must give, whoever wrote it."""

from collections import Counter

from headway.measures.recommended import Asked


def asked(number, by, to, theme="Justice", *, made_on="2009-05", position="noted", words=""):
    """One recommendation, by one or several."""
    return Asked(
        id=f"r{number:02d}",
        by=tuple(by.split("; ")),
        to=to,
        theme=tuple(theme.split(", ")),
        action="5",
        made_on=made_on,
        position=position,
        words=words or f"w{number}",
    )


EXAMPLE = (
    asked(1, "Chad", "Norway", words="a", position="supported"),
    asked(2, "Peru", "Norway", words="a", position="supported"),
    asked(3, "Peru", "Norway", "Justice, Detention", words="b"),
    asked(4, "Peru", "Fiji", words="b"),
    asked(5, "Peru", "Norway", made_on="2014-04", words="c"),
    asked(6, "Chad; Peru", "Fiji", words="d", position="supported"),
    asked(7, "Mali", "Fiji", words="d"),
    asked(8, "Peru", "Norway", "Detention", words="b"),
)


def check_table(table, all_asked):
    """Every line counts each recommendation once for every combination it names."""
    for columns in (("by",), ("by", "to"), ("theme", "position"), ("to", "theme", "made_on")):
        wanted = Counter()
        for one in all_asked:
            keys = [()]
            for column in columns:
                keys = [(*key, told) for key in keys for told in one.told(column)]
            wanted.update(keys)
        rows = table(all_asked, columns)
        assert {row.told: row.count for row in rows} == wanted
        assert all(sum(row.positions.values()) == row.count for row in rows)
        assert [row.count for row in rows] == sorted((r.count for r in rows), reverse=True)


def check_again(again, all_asked):
    """Groups by plain comparison of every pair."""
    found = again(all_asked)

    def pairs(groups):
        return {(a, b) for g in groups for a in g.ids for b in g.ids if a < b}

    def wanted(same, other):
        """Pairs alike in what must be, in a group where something else differs."""
        held = {}
        for one in all_asked:
            held.setdefault(same(one), []).append(one)
        return {
            (a.id, b.id)
            for group in held.values()
            if len({other(one) for one in group}) > 1
            for a in group
            for b in group
            if a.id < b.id
        }

    assert pairs(found.same_state) == wanted(lambda o: (o.to, o.made_on, o.words), lambda o: o.by)
    assert pairs(found.carried_on) == wanted(lambda o: (o.by, o.words), lambda o: o.to)
    assert {g.ids for g in found.two_answers} == {
        g.ids for g in found.same_state if len(g.positions) > 1
    }
    dates = {}
    for one in all_asked:
        dates.setdefault(one.to, set()).add(one.made_on)
    assert found.reviews == Counter(len(held) for held in dates.values())
    came = could = 0
    for to, theme in {(o.to, t) for o in all_asked for t in o.theme}:
        made = {o.made_on for o in all_asked if o.to == to and theme in o.theme}
        if min(made) < max(dates[to]):
            could, came = could + 1, came + (len(made) > 1)
    assert found.later_themes == (came, could)
