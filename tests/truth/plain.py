"""What the truth scripts share: tokens of the plainest kind, and where the texts lie.

Nothing here uses Headway: the truth must not rest on what it tests.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "headway" / "examples" / "invented"
TEXTS = BUNDLE / "texts"
PASSAGES = Path(__file__).with_name("invented-passages.json")
CANON = "udhr-extract-"
"""The legal text of the bundle: what anybody may quote is nobody's repeat."""

IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\u3007"
TOKEN = re.compile(rf"[{IDEOGRAPH}]|[^\W_{IDEOGRAPH}]+")

# The traditional characters of the one text that is written in them, and their simplified forms.
TRADITIONAL = "並佔來個們僑內兩員問國團報奧實寧寫專對屬嵐師幾後復擔數於時書會東條權決沒況漁熱爲爾當盤確礙穩終組給經編縣總聯聲興萬處術裡訂記設訴評認說調請講謝謹議讀讚財貴賞辦這進過遺錄錢長陳難領頭願餘體麼點"  # noqa: E501
SIMPLIFIED = "并占来个们侨内两员问国团报奥实宁写专对属岚师几后复担数于时书会东条权决没况渔热为尔当盘确碍稳终组给经编县总联声兴万处术里订记设诉评认说调请讲谢谨议读赞财贵赏办这进过遗录钱长陈难领头愿余体么点"  # noqa: E501
FOLD = str.maketrans(TRADITIONAL, SIMPLIFIED)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """(folded token, begin, end): one ideograph, or one run of letters or digits."""
    return [(m[0].translate(FOLD).casefold(), m.start(), m.end()) for m in TOKEN.finditer(text)]


def texts() -> dict[str, str]:
    """Every text of the bundle but the canon, by the name of its file without the ending."""
    return {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(TEXTS.glob("*.txt"))
        if not path.name.startswith(CANON)
    }
