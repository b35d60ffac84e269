"""Ways to damage a file or folder: by bytes, by text, and inside a container that stays whole."""

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from lxml import etree

Damage = Callable[[bytes, random.Random], bytes]

STRANGE = (
    *("", " ", "0", "-1", "1e999", "NaN", "null", "true", "9" * 26, "2002-13-45", "0000"),
    *("é\u0301", "\u202e", "\u200b", "\x00", "\ufeff", "\U0001f600", "&amp;", "&x;", "=1+1"),
    *('"', "'", ",", ";", "\t", "\r", "\n\n", "{", "[", "}", "../../etc/passwd"),
    *("Mr. X (Y):", "中方团长：", "a" * 5_000, "中" * 5_000),
)
CODECS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "gb18030", "big5", "shift_jis", "koi8-r")
_TOKEN = re.compile(r"[\w.\-]+|[^\w\s]")
_HUGE = 300_000


# -- bytes -------------------------------------------------------------------------------------


def cut(content: bytes, dice: random.Random) -> bytes:
    """Only the beginning, only the end, or a hole in the middle."""
    begin = dice.randrange(len(content) + 1)
    end = dice.randrange(begin, len(content) + 1)
    return dice.choice((content[:begin], content[end:], content[:begin] + content[end:]))


def flip(content: bytes, dice: random.Random) -> bytes:
    """Up to eight bits turned round."""
    flipped = bytearray(content)
    for _ in range(dice.randint(1, 8) if flipped else 0):
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


def grow(content: bytes, dice: random.Random) -> bytes:
    """One stretch many times over."""
    begin = dice.randrange(len(content) + 1)
    stretch = content[begin : begin + dice.choice((1, 10, 100, 1_000))] or b"x"
    return content[:begin] + stretch * (_HUGE // len(stretch)) + content[begin:]


# -- texts -------------------------------------------------------------------------------------


def recode(content: bytes, dice: random.Random) -> bytes:
    """The same words in another encoding, or read in a wrong one and written back."""
    codec = dice.choice(CODECS)
    if dice.random() < 0.5:
        return content.decode("utf-8", "replace").encode(codec, "replace")
    return content.decode(codec, "replace").encode("utf-8", "replace")


def retype(content: bytes, dice: random.Random) -> bytes:
    """Up to five words, numbers or signs turned into something else."""
    text = content.decode("utf-8", "replace")
    for _ in range(dice.randint(1, 5)):
        tokens = list(_TOKEN.finditer(text))
        if not tokens:
            break
        one = dice.choice(tokens)
        other = dice.choice(tokens).group() if dice.random() < 0.4 else dice.choice(STRANGE)
        text = text[: one.start()] + other + text[one.end() :]
    return text.encode("utf-8", "replace")


def shuffle(content: bytes, dice: random.Random) -> bytes:
    """Lines left out, doubled, exchanged or run together."""
    lines = content.splitlines(keepends=True) or [b""]
    for _ in range(dice.randint(1, 4)):
        one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        way = dice.randrange(4)
        if way == 0 and len(lines) > 1:
            del lines[one]
        elif way == 1:
            lines.insert(other, lines[one])
        elif way == 2:
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines[one] = lines[one].rstrip(b"\r\n")
    return b"".join(lines)


def rejson(content: bytes, dice: random.Random) -> bytes:
    """JSON that stays JSON: a value exchanged, left out, doubled, or put one deeper."""
    text = content.decode("utf-8-sig")
    try:
        return _strange_json(json.loads(text), dice).encode("utf-8", "replace")
    except ValueError:
        lines = text.splitlines()
        number = dice.randrange(len(lines))
        lines[number] = _strange_json(json.loads(lines[number]), dice)
        return "\n".join(lines).encode("utf-8", "replace")


def _strange_json(data: object, dice: random.Random) -> str:
    holders = list(_holders(data))
    if not holders:
        return json.dumps([data])
    for _ in range(dice.randint(1, 3)):
        holder, key = dice.choice(holders)
        strange = dice.choice((None, True, -1, 1e308, 10**30, [], {}, [[]], {"a": 1}, *STRANGE))
        if isinstance(holder, dict) and key in holder:
            way = dice.randrange(4)
            value = holder[key]
            if way == 0:
                del holder[key]
            elif way == 1:
                holder[f"{key}x"] = holder.pop(key)
            else:
                holder[key] = strange if way == 2 else [value]
        elif isinstance(holder, list) and holder:
            holder[min(key, len(holder) - 1)] = strange
    return json.dumps(data, ensure_ascii=dice.random() < 0.5)


def _holders(data: object):
    waiting = [data]
    while waiting:
        one = waiting.pop()
        listed = enumerate(one) if isinstance(one, list) else ()
        for key, value in one.items() if isinstance(one, dict) else listed:
            yield one, key
            waiting.append(value)


def recell(content: bytes, dice: random.Random) -> bytes:
    """A table that stays a table: cells exchanged, rows too long or too short, columns renamed."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    for _ in range(dice.randint(1, 4)):
        row = dice.choice(rows)
        way = dice.randrange(4)
        if way == 0:
            row.append(dice.choice(STRANGE))
        elif row and way == 1:
            row.pop(dice.randrange(len(row)))
        elif row:
            row[dice.randrange(len(row))] = dice.choice(STRANGE)
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def retree(content: bytes, dice: random.Random) -> bytes:
    """XML that stays XML: elements left out, doubled, moved, renamed, nested; texts exchanged."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=False))
    for _ in range(dice.randint(1, 5)):
        inside = [one for one in root.iter() if isinstance(one.tag, str) and one is not root]
        if not inside:
            break
        one, other = dice.choice(inside), dice.choice(inside)
        _bend(one, other, dice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def retext(content: bytes, dice: random.Random) -> bytes:
    """XML of the same structure with up to five texts or attributes exchanged for others."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=False))
    inside = [one for one in root.iter() if isinstance(one.tag, str)]
    written = [one for one in inside if one.text and one.text.strip()] or inside
    for _ in range(dice.randint(1, 5)):
        one = dice.choice(written)
        one.text = dice.choice(written).text if dice.random() < 0.5 else _xml_text(dice)
        other = dice.choice(inside)
        if other.attrib and dice.random() < 0.2:
            other.set(dice.choice(list(other.attrib)), _xml_text(dice))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _bend(one, other, dice: random.Random) -> None:
    way = dice.randrange(7)
    if way == 0:
        one.getparent().remove(one)
    elif way == 1:
        one.addnext(_copy(other))
    elif way == 2:
        one.append(_copy(other))
    elif way == 3:
        one.tag = other.tag
    elif way == 4 and one.attrib:
        one.set(dice.choice(list(one.attrib)), _xml_text(dice))
    elif way == 5:
        for _ in range(200):
            deeper = etree.SubElement(one, one.tag)
            one = deeper
    else:
        one.text = _xml_text(dice)


def _copy(one):
    return etree.fromstring(etree.tostring(one, with_tail=False))


def _xml_text(dice: random.Random) -> str:
    return dice.choice(STRANGE).replace("\x00", "").replace("\ud83d", "")


# -- containers that stay whole ----------------------------------------------------------------


def rezip(content: bytes, dice: random.Random) -> bytes:
    """A sound zip with one file inside damaged, left out, renamed or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    sizes = [len(part) + 1 for part in parts.values()]
    name = dice.choices(list(parts), sizes)[0] if dice.random() < 0.7 else dice.choice(list(parts))
    way = dice.randrange(20)
    if way == 0:
        del parts[name]
    elif way == 1:
        parts[f"{name}x"] = parts.pop(name)
    elif way == 2:
        parts[name] = b""
    else:
        parts[name] = damage_text(name, parts[name], dice, 0.8)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, part in parts.items():
            archive.writestr(inside, part)
    return out.getvalue()


def reparquet(content: bytes, dice: random.Random) -> bytes:
    """A sound Parquet file with a column of another type, other values, or another name."""
    table = pq.read_table(io.BytesIO(content))
    columns = {name: table[name].to_pylist() for name in table.column_names}
    name = dice.choice(list(columns))
    way = dice.randrange(5)
    if way == 0:
        columns[f"{name}x"] = columns.pop(name)
    elif way == 1:
        columns[name] = [dice.choice(STRANGE) for _ in columns[name]]
    elif way == 2:
        columns[name] = [dice.choice((None, 0, -(2**40), 2**40, 1972)) for _ in columns[name]]
    elif way == 3:
        kind = dice.choice((list, bytes, float))
        columns[name] = [[1] if kind is list else kind(1) for _ in columns[name]]
    else:
        columns[name] = [one if dice.random() < 0.5 else None for one in columns[name]]
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?stream\r?\n)(.*?)(\r?\nendstream.*)\Z", re.DOTALL)


def repdf(content: bytes, dice: random.Random) -> bytes:
    """A sound PDF, its table of objects true, with an object or what a page draws damaged."""
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    drawn = [number for number, body in objects.items() if _STREAM.match(body)]
    number = dice.choice(drawn if drawn and dice.random() < 0.7 else list(objects))
    found = _STREAM.match(objects[number])
    damaged = dice.choice((cut, flip, retype, retype, shuffle, shuffle))
    if found:
        objects[number] = found.group(1) + damaged(found.group(2), dice) + found.group(3)
    elif dice.random() < 0.2:
        del objects[number]
    else:
        objects[number] = damaged(objects[number], dice)
    out, table = b"%PDF-1.4\n", b""
    for number in range(1, max(objects, default=0) + 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects.get(number, b"null"))
    trailer = content[content.rindex(b"trailer") :].split(b"startxref")[0]
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b%bstartxref\n%d\n%%%%EOF\n" % (
        *(max(objects, default=0) + 1, table),
        *(trailer, len(out)),
    )


# -- which damage fits what --------------------------------------------------------------------

_ANY: tuple[Damage, ...] = (cut, flip, grow)
WELL_FORMED: dict[str, tuple[Damage, ...]] = {
    "json": (rejson,),
    "jsonl": (rejson,),
    "csv": (recell,),
    "xml": (retree, retext, retext),
    "rels": (retree,),
}
"""By ending: the damages that leave a text well-formed."""

_TEXT: tuple[Damage, ...] = (cut, flip, grow, recode, retype, retype, shuffle, shuffle)


def damage_text(name: str, content: bytes, dice: random.Random, share: float = 0.6) -> bytes:
    """One damage to a file that is text of some kind, in this share one that keeps its form."""
    ending = name.rsplit(".", 1)[-1].casefold()
    sound = WELL_FORMED.get(ending, ())
    if sound and dice.random() < share:
        try:
            return dice.choice(sound)(content, dice)
        except (ValueError, IndexError, etree.LxmlError, csv.Error, TypeError):
            pass
    return dice.choice(_TEXT)(content, dice)


SOUND: dict[bytes, Damage] = {b"PK\x03\x04": rezip, b"PAR1": reparquet, b"%PDF": repdf}
"""By first bytes: the damage that leaves a container whole and breaks its insides."""


def damage_file(path: Path, dice: random.Random) -> None:
    """Damage one file where it stands."""
    content = path.read_bytes()
    sound = next((one for mark, one in SOUND.items() if content.startswith(mark)), None)
    if sound is None:
        damaged = damage_text(path.name, content, dice)
    elif dice.random() < 0.75:
        damaged = sound(content, dice)
    else:
        damaged = dice.choice(_ANY)(content, dice)
    path.write_bytes(damaged)


def damage(path: Path, dice: random.Random) -> None:
    """Damage a file, or one or two files of a folder, where they stand."""
    if path.is_file():
        damage_file(path, dice)
        return
    files = sorted(one for one in path.rglob("*") if one.is_file())
    for one in dice.sample(files, min(len(files), dice.choice((1, 1, 2)))):
        if dice.random() < 0.05:
            one.unlink()
        else:
            damage_file(one, dice)
