"""What `import headway` promises: a sorted list, and no Django until a record is opened."""

import subprocess
import sys

import headway

PROMISED = [
    "Ask", "Bounds", "Bundle", "CanonText", "Corpus", "Dialogue", "Figure", "HeadwayError",
    "Item", "PartialDate", "Record", "Reuse", "Viewer", "Wording", "example", "figures",
    "find_reuse", "measure", "open", "read_bundle",
]  # fmt: skip

WITHOUT_DJANGO = """
import sys, headway
bundle = headway.read_bundle(headway.example("canada_china"))
corpus = bundle.corpus()
found = headway.find_reuse(corpus)
for dialogue in corpus.all(headway.Dialogue):
    headway.figures(corpus, dialogue.id, found)
print([name for name in ("django", "numba", "altair", "pyarrow") if name in sys.modules])
"""


def test_the_public_names_are_exactly_these():
    assert headway.__all__ == PROMISED
    assert all(getattr(headway, name).__doc__ for name in PROMISED)


def test_a_bundle_is_read_and_measured_without_django_or_the_compiled_kernel():
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO], capture_output=True, text=True, check=False
    )
    assert ended.stdout.strip() == "[]", ended.stderr
