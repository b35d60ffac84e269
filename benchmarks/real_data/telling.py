"""Figures as Markdown, in our own words; the page keeps them between two markers."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

NAME = "real_data"
LAYERS = ("exact layer", "edited layer", "both layers")


def markdown(told: dict[str, Any]) -> str:
    """All figures as Markdown."""
    debate, texts = told["general_debate"], told["readouts"]
    reuse = debate["steps"][2]["told"]["report"]
    parts = [
        _machine(told),
        "### Time and memory",
        _totals(debate["steps"]),
        _parts(debate["steps"]),
        "### What was compared",
        _compared(debate["steps"][1]["told"], reuse),
        _classes(reuse),
        "### Refrains and shared words",
        _refrains(debate["found"]["refrains"]),
        _most_repeated(debate["found"]),
        _widest(debate["found"]["widest"]),
        "### Texts that cannot both be what they say",
        _alerts(reuse["alerts"]),
        "### Three things worth reading",
        _worth_reading(debate["found"]),
        "### Readouts as rounds",
        _rounds(texts["found"], texts["steps"][1]["told"]),
        "### Pages",
        pages_table(debate["pages"]),
    ]
    return "\n\n".join(parts)


def written_into(page: str, name: str, figures: str) -> str:
    """The page with the figures of that name between their markers; ValueError without them."""
    begin, end = f"<!-- figures: {name} -->", "<!-- end figures -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.S)
    if not pattern.search(page):
        raise ValueError(f"the page has no {begin} ... {end}; put them where the figures belong")
    return pattern.sub(lambda _: f"{begin}\n\n{figures}\n\n{end}", page, count=1)


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table whose first column is text."""
    numbers = ["---" if at == 0 else "---:" for at in range(len(heads))]
    lines = [heads, numbers, *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(content: Any) -> str:
    if isinstance(content, float):
        return f"{content:.2f}" if content < 10 else f"{content:.1f}"
    return f"{content:,}" if isinstance(content, int) else str(content)


def _machine(told: dict[str, Any]) -> str:
    machine, (before, after) = told["machine"], told["calibration"]
    return (
        f"{machine['cores']} cores, Python {machine['python']}; load"
        f" {machine['load_before']} before and {machine['load_after']} after. Calibration (sort 8"
        f" million numbers, make a dictionary of 1 million words, one core):"
        f" {before['wall']:.1f} s wall and {before['cpu']:.1f} CPU seconds before,"
        f" {after['wall']:.1f} and {after['cpu']:.1f} after. CPU seconds include child processes."
    )


def _without_search(steps: list[dict[str, Any]], what: str) -> float:
    index = [part[what] for part in steps[2]["parts"] if part["part"] == "search index"]
    return sum(step[what] for step in steps) - sum(index)


def _totals(steps: list[dict[str, Any]]) -> str:
    wall, cpu = _without_search(steps, "wall"), _without_search(steps, "cpu")
    peak = max(max(step["peak_gb"], step["tree_gb"]) for step in steps)
    return (
        f"From the Parquet file to stored findings, starting Python three times included:"
        f" **{wall:.0f} s, {cpu:.0f} CPU seconds**; with the search index"
        f" {sum(step['wall'] for step in steps):.0f} s and"
        f" {sum(step['cpu'] for step in steps):.0f}. Peak memory **{peak:.1f} GB**, children"
        f" included."
    )


def _parts(steps: list[dict[str, Any]]) -> str:
    rows: list[Sequence[Any]] = []
    for step in steps:
        name = f"`headway {step['task']}`" + (" `--write`" if step["task"] == "load" else "")
        rows.append([name, step["wall"], step["cpu"], max(step["peak_gb"], step["tree_gb"])])
        for part in step["parts"]:
            if part["wall"] >= 0.1:
                rows.append([f"· {part['part']}", part["wall"], part["cpu"], ""])
    layers = [p for p in steps[2]["parts"] if p["part"].startswith(LAYERS)]
    wall, cpu = sum(p["wall"] for p in layers), sum(p["cpu"] for p in layers)
    rows.append(["both layers together", wall, cpu, ""])
    return table(["what", "wall s", "CPU s", "peak GB"], rows)


def _compared(load: dict[str, Any], reuse: dict[str, Any]) -> str:
    new = load["new"]
    return (
        f"{new['Statement']:,} speeches of {new['Party']} states and bodies in {new['Round']}"
        f" sessions; {reuse['texts_compared']:,} texts compared, {reuse['tokens']:,} tokens,"
        f" {reuse['passages']:,} passages of {reuse['settings']['at_least']} tokens or more."
        f" Not looked for: {', '.join(reuse['not_looked_for'])}."
    )


def _classes(reuse: dict[str, Any]) -> str:
    tokens, total = reuse["tokens_by_class"], reuse["tokens"]
    passages = reuse["passages_by_class"]
    rows = [
        [f"`{name}`", passages.get(name, ""), count, f"{100 * count / total:.2f} %"]
        for name, count in tokens.items()
        if count
    ]
    return table(["class", "passages", "tokens", "of all tokens"], rows)


def _years(years: Sequence[int]) -> str:
    """1972-1975, 1978: years that follow each other are joined."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(f"{s[0]}-{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)


def _refrains(refrains: dict[str, dict[str, Any]]) -> str:
    rows = []
    for name, told in refrains.items():
        by_class = "; ".join(f"`{kind}` {n:,}" for kind, n in _ranked(told["classes"]))
        if told["side"]:
            others = ", ".join(f"{who} {_years(on)}" for who, on in told["others"].items())
            who = f"{told['side']} {len(told['years'])} ({_years(told['years'])})"
            who += f"; others: {others or 'none'}"
        else:
            who = f"{told['states']} states, {told['first']}-{told['last']}"
        rows.append([name, told["speeches"], who, by_class])
    heads = ["words", "speeches", "who and when", "passages that hold them, by class"]
    return table(heads, rows)


def _ranked(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _most_repeated(found: dict[str, Any]) -> str:
    told = "; ".join(
        f"{one['side']} in {one['speeches']} speeches up to {one['year']} ({one['tokens']} tokens)"
        for one in found["own_side"]
    )
    return (
        "Asked without any key, the passages of 15 tokens or more that one state said in most"
        f" sessions in equal words, one a family: {told}."
    )


def _widest(widest: list[dict[str, Any]]) -> str:
    rows = [
        [f"{one['begins']} ...", one["states"], one["speeches"], f"{one['first']}-{one['last']}"]
        for one in widest
    ]
    return table(["most widespread `shared_wording`", "states", "speeches", "years"], rows)


def _alerts(alerts: list[dict[str, Any]]) -> str:
    rows = [
        [f"{a['one']} and {a['other']}", a["shared_tokens"], f"{100 * a['share']:.0f} %"]
        for a in alerts
    ]
    return table(["texts of one session", "tokens shared", "of the shorter"], rows)


def _worth_reading(found: dict[str, Any]) -> str:
    counts, most = found["derivation"], found["most_derived"]
    derived = "; ".join(
        f"{one['speech']} {100 * one['repeated'] / one['tokens']:.0f} % ({one['repeated']:,} of"
        f" {one['tokens']:,} tokens)"
        for one in most
    )
    gaps = "; ".join(
        f"{one['side']} {one['first']} and {one['last']} ({one['tokens']} tokens)"
        for one in found["longest_gaps"]
    )
    echoes = "; ".join(
        f"{one['side']} {one['year']} from {', '.join(one['from'])}: {one['longest']} tokens in one"
        f" piece (pieces of 100 tokens or more: {one['passages']})"
        for one in found["longest_echoes"][:2]
    )
    beside = ", ".join(
        f"{one['side']} {one['year']} ({one['longest']})" for one in found["longest_same_meeting"]
    )
    return (
        f"1. Word for word, hardly any speech repeats its state's earlier ones: wholly"
        f" {counts.get('wholly', 0)}, partly {counts.get('partly', 0)}, not"
        f" {counts.get('not', 0):,}, not assessed {counts.get('not_assessed', 0)}. Most:"
        f" {derived}.\n"
        f"2. The longest time between the first and the last saying of a passage by one state:"
        f" {gaps}.\n"
        f"3. The longest pieces from another state's text: {echoes}. And within one session,"
        f" under the threshold of an alert (longest piece in tokens): {beside}."
    )


def _rounds(found: dict[str, Any], load: dict[str, Any]) -> str:
    rounds = "; ".join(f"{one['id']} on {one['began_on']}" for one in found["rounds"])
    derivation = ", ".join(f"`{name}` {n}" for name, n in found["derivation"].items())
    why = "; ".join(f"{why} ({n})" for why, n in found["why_not"].items())
    flags = " ".join(load["flags"])
    return (
        f"{found['statements']} texts, {len(found['dialogues'])} dialogues,"
        f" {len(found['rounds'])} rounds: {rounds}. Fidelity:"
        f" {', '.join(f'`{name}` {n}' for name, n in found['fidelity'].items())}. Reuse:"
        f" {derivation}; why: {why}. What does not add up: {flags or 'nothing'}"
    )


def pages_table(pages: list[dict[str, Any]]) -> str:
    """Seconds and bytes of pages, as `browsing` took them."""
    rows = [[f"`{p['path']}`", p["wall"], p.get("cpu", ""), p.get("bytes", "")] for p in pages]
    return "Asked a second time in one process:\n\n" + table(
        ["page", "wall s", "CPU s", "bytes"], rows
    )
