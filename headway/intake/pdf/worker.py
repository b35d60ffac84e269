"""The words of a PDF with their places, in a process of its own: content on standard input.

Run by `pages.py` as a file, so that it imports nothing of the rest and starts fast. It prints a
line of JSON for the document and one for each page. What a page may cost is bounded here: a page
that takes longer, or needs more memory, ends the process, and the one who asked says so.
"""

import ctypes
import json
import math
import sys
import time
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_MEMORY = 768 * 1024**2
MOST_PAGES = 1_000
MOST_SECONDS = 20
"""Of the processor, for all pages together."""

MOST_CHARACTERS, MOST_WORDS = 3_000_000, 400_000
MOST_OF_ONE_PAGE = 40_000
MOST_RULES = 2_000
MOST_OBJECTS = 20_000
_DARK = 64
"""A colour whose red, green and blue are at most this covers what lies under it."""

_TALL = 20_000.0
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_ERRORS = {raw.FPDF_ERR_PASSWORD: "locked", raw.FPDF_ERR_SECURITY: "locked"}


def main() -> None:
    """Read the document from standard input, print what it holds."""
    _bound_memory()
    content = sys.stdin.buffer.read()
    _allow_a_second()
    try:
        document = pdfium.PdfDocument(content)
        number = len(document)
    except pdfium.PdfiumError:
        told = _ERRORS.get(raw.FPDF_GetLastError(), "broken")
        _tell({"error": told})
        return
    _tell({"pages": number, "most": MOST_PAGES})
    if number > MOST_PAGES:
        return
    letters = words = 0
    for index in range(number):
        _allow_a_second()
        try:
            page = _page(document, index)
            letters += sum(len(word[0]) for word in page["words"])
            words += len(page["words"])
            if time.process_time() > MOST_SECONDS:
                _tell({"error": "slow"})
                return
            if letters > MOST_CHARACTERS or words > MOST_WORDS:
                _tell({"error": "long"})
                return
            _tell(page)
        except pdfium.PdfiumError:
            _tell({"broken": index + 1})


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _bound_memory() -> None:
    """Bound the memory of this process where the system can; elsewhere its time alone is."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_a_second() -> None:
    """Let what comes next take a second of the processor, or half of one more."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + 0.5), hard))


def _page(document: Any, index: int) -> dict[str, Any]:
    page = document[index]
    width, height = page.get_size()
    place = _Place(page)
    texts = page.get_textpage()
    rules, pictures, boxes = _drawn(page, place)
    covered = _Covered(page, texts, boxes) if boxes else None
    words = _words(texts, place, covered)
    over = max(0, raw.FPDFPage_GetAnnotCount(page) - _links(page))
    texts.close()
    page.close()
    return {
        "page": index + 1,
        "width": round(width, 1),
        "height": round(height, 1),
        "words": words,
        "rules": rules,
        "pictures": pictures,
        "covered": covered.words if covered else 0,
        "over": over,
    }


def _links(page: Any) -> int:
    """How many of the annotations of a page are links, which hold no words."""
    number = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_OBJECTS)):
        one = raw.FPDFPage_GetAnnot(page, index)
        number += raw.FPDFAnnot_GetSubtype(one) == raw.FPDF_ANNOT_LINK
        raw.FPDFPage_CloseAnnot(one)
    return number


class _Covered:
    """Which letters of a page lie under a dark box that was drawn after them."""

    def __init__(self, page: Any, texts: Any, boxes: list[Any]) -> None:
        self.texts, self.words, self._inside = texts, 0, False
        self.order: dict[int, int] = {}
        self.boxes: dict[int, list[tuple[int, tuple[float, ...]]]] = {}
        wanted = {_address(one) for one in boxes}
        for number, one in enumerate(page.get_objects(max_depth=3)):
            address = _address(one)
            self.order[address] = number
            if address in wanted:
                bounds = one.get_bounds()
                for step in range(_step(bounds[1]), _step(bounds[3]) + 1):
                    self.boxes.setdefault(step, []).append((number, bounds))
            if number > 5 * MOST_OBJECTS:
                break

    def holds(self, index: int, box: Any) -> bool:
        """Whether a letter is covered; letters next to one another are counted as one word."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        near = self.boxes.get(_step(y), ())
        above = [n for n, b in near if b[0] <= x <= b[2] and b[1] <= y <= b[3]]
        under = bool(above) and self._drawn_at(index) < max(above)
        self.words += under and not self._inside
        self._inside = under
        return under

    def between(self) -> None:
        """A blank ends a word."""
        self._inside = False

    def _drawn_at(self, index: int) -> int:
        one = raw.FPDFText_GetTextObject(self.texts, index)
        return self.order.get(_address_of(one), MOST_OBJECTS**2) if one else MOST_OBJECTS**2


def _step(height: float) -> int:
    """Boxes are looked up by bands of the page, and of a page that is no larger than paper."""
    return int(min(max(height, -_TALL), _TALL) // 16)


def _address(one: Any) -> int:
    return _address_of(one.raw)


def _address_of(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


class _Place:
    """Points of a page as a reader sees it: from its left and upper edge, turned upright."""

    def __init__(self, page: Any) -> None:
        self.turned = page.get_rotation()
        self.width, self.height = page.get_size()
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom, self.right, self.top = left, bottom, right, top

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
        """A box given by two corners: left, upper, right, lower edge."""
        corners = [self.point(x0, y0), self.point(x1, y1)]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return tuple(round(one, 1) for one in (xs[0], ys[0], xs[1], ys[1]))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is seen."""
        if self.turned == 90:
            return y - self.bottom, x - self.left
        if self.turned == 180:
            return self.right - x, y - self.bottom
        if self.turned == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _words(texts: Any, place: _Place, covered: "_Covered | None" = None) -> list[list[Any]]:
    """Words as text, left, upper, right, lower edge, size, 1 when turned, 1 when bold."""
    found: list[list[Any]] = []
    now: list[Any] = []
    for letter, box, size, turned, bold in _letters(texts, place, covered):
        if letter.isspace() or (now and _apart(now, box, size, turned)):
            if now:
                found.append(now)
            now = []
        if letter.isspace():
            continue
        if not now:
            now = [letter, *box, size, turned, bold]
        else:
            now[0] += letter
            now[1:3] = [min(now[1], box[0]), min(now[2], box[1])]
            now[3:5] = [max(now[3], box[2]), max(now[4], box[3])]
    if now:
        found.append(now)
    return found


def _apart(now: list[Any], box: tuple[float, ...], size: float, turned: int) -> bool:
    """Whether a letter begins a word of its own: elsewhere, much smaller or larger, or turned."""
    if turned != now[6]:
        return True
    if turned:
        return False
    tall = max(size, 1.0)
    return (
        box[0] - now[3] > 0.6 * tall
        or box[0] < now[3] - 1.5 * tall
        or abs(box[3] - now[4]) > 0.25 * tall
        or not 0.8 < size / max(now[5], 0.1) < 1.25
    )


def _letters(
    texts: Any, place: _Place, covered: "_Covered | None"
) -> Iterator[tuple[str, tuple[float, ...], float, int, int]]:
    number = texts.count_chars()
    if number > MOST_OF_ONE_PAGE:
        raise pdfium.PdfiumError("too many letters on one page")
    loose = raw.FS_RECTF()
    half = 0
    for index in range(number):
        code = raw.FPDFText_GetUnicode(texts, index)
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half else 0xFFFD
        half = 0
        letter = _HYPHENS.get(code) or (chr(code) if 0x20 <= code < 0x110000 else " ")
        raw.FPDFText_GetLooseCharBox(texts, index, loose)
        if covered is not None:
            if letter.isspace():
                covered.between()
            elif covered.holds(index, loose):
                letter = " "
        angle = math.degrees(raw.FPDFText_GetCharAngle(texts, index))
        turned = not place.turned and 20 < angle < 340
        bold = raw.FPDFText_GetFontWeight(texts, index) >= 600
        box = place.box(loose.left, loose.bottom, loose.right, loose.top)
        yield letter, box, round(box[3] - box[1], 1), int(turned), int(bold)


def _drawn(page: Any, place: _Place) -> tuple[list[tuple[float, ...]], float, list[Any]]:
    """Rules (thin boxes, sides of boxes) as left, upper, right, lower; share of pictures; boxes.

    Boxes are those that are filled with a dark colour and high enough to cover a line.
    """
    rules: list[tuple[float, ...]] = []
    boxes: list[Any] = []
    covered = 0.0
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for number, one in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if number >= MOST_OBJECTS:
            break
        box = place.box(*one.get_bounds())
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
        else:
            if len(rules) < MOST_RULES:
                rules.extend(_sides(box))
            if box[2] - box[0] >= 4 and box[3] - box[1] >= 4 and _is_dark(one):
                boxes.append(one)
    return rules, round(covered / max(1.0, place.width * place.height), 3), boxes


def _is_dark(one: Any) -> bool:
    """Whether a path is filled, through and through, with black or nearly so."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    red, green, blue, thick = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPath_GetDrawMode(one, mode, stroked) or mode.value == raw.FPDF_FILLMODE_NONE:
        return False
    if not raw.FPDFPageObj_GetFillColor(one, red, green, blue, thick):
        return False
    return bool(thick.value == 255 and max(red.value, green.value, blue.value) <= _DARK)


def _sides(box: tuple[float, ...]) -> list[tuple[float, ...]]:
    x0, y0, x1, y1 = box
    if x1 - x0 < 3 or y1 - y0 < 3:
        return [box] if max(x1 - x0, y1 - y0) >= 8 else []
    return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


if __name__ == "__main__":
    main()
