"""Invented web pages, made by the tests themselves."""

from pathlib import Path

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Sixth round | Ministry</title>
<meta property="article:published_time" content="2002-12-01T10:00:00Z">
<style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<main>
<div class="breadcrumb nav">You are here</div>
<h1>Sixth round, 4 November 2002</h1>
<p><b>Mr. Smith (Canada):</b> Thank you.<sup><a href="#n1">1</a></sup> We raise
the conditions in prisons.</p>
<p>We raise them again.</p>
<p><strong>Ms. Li</strong> <strong>(China)</strong> I thank my colleague.</p>
<ol start="3"><li>First<li>Second</ol>
<div style="display: none">Not to be seen.</div>
<h3>Mr. Smith (Canada)</h3>
<p>Again.<br>And <del>never</del> again.</p>
<dl><dt>Ms. Li (China)</dt><dd>We take note.</dd></dl>
<table><tr><th>Delegation</th><th>Statement</th></tr>
<tr><td>Norway</td><td><p>One.</p><p>Two.</p></td></tr><tr><td>Kenya</td><td>Three.</td></tr></table>
<table><caption>Visits</caption><tr><th>Year</th><th>Asked</th></tr>
<tr><td rowspan="2">2001</td><td>5</td></tr><tr><td>6</td></tr></table>
<div class="footnotes"><ol><li id="n1">As in the report. <a href="#r1">↩</a></li></ol></div>
</main>
<footer>Copyright</footer><script>var secret = "no";</script></body></html>
"""
"""Everything a page may hold, with what stands around it."""

LINES = """Sixth round, 4 November 2002
Mr. Smith (Canada): Thank you.[1] We raise the conditions in prisons.
We raise them again.
Ms. Li (China): I thank my colleague.
3. First
4. Second
Mr. Smith (Canada):
Again.
And again.
Ms. Li (China): We take note.
Norway: One.
Two.
Kenya: Three.
Visits
Year\tAsked
2001\t5
2001\t6"""
"""What a reader sees of it, a line a paragraph."""

NOTES = "[1] As in the report."

CHINESE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>
<body><h2>第六轮对话，2002年11月4日</h2><p><b>加方团长：</b>我们再次提出监狱条件的问题，
并询问谁可以探视。</p><p><b>中方团长</b>我们愿意就人权问题同对方进行对话。</p>
<p>（完）</p></body></html>"""


def page_en(folder: Path) -> Path:
    """An English page in UTF-8."""
    path = folder / "round-6.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def page_zh(folder: Path) -> Path:
    """A Chinese page in GB18030 that states an older encoding."""
    path = folder / "记录.htm"
    path.write_bytes(CHINESE.encode("gb18030"))
    return path
