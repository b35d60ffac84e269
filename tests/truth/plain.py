"""What the truth scripts share: tokens of the plainest kind, and where the texts lie.

    python tests/truth/plain.py     prints how large the invented example is

Nothing here uses Headway: the truth must not rest on what it tests.
"""

import re
from collections import Counter
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
TRADITIONAL = "並佈佔來個們僑內兩別則員問單國團報壞夠奧學實寧審寫專對層屬嵐師帶幾後從復愛憐換擔攔攤數於時書會東條樣檔檢權歸決沒況準漁熱爲爾當盤確碼礙稅穩簽終組結給經編縣總罰聯聲聽興萬蓋處術補裡見覺訂記設訴評話認說誰調請講謝謹證議讀變讓讚財貨貴貼賞車輕辦這進過遠遺還邊錄錢鐘長門開陳雜難電順領頭題願顧餘館騾體髮鬆麼點"  # noqa: E501
SIMPLIFIED = "并布占来个们侨内两别则员问单国团报坏够奥学实宁审写专对层属岚师带几后从复爱怜换担拦摊数于时书会东条样档检权归决没况准渔热为尔当盘确码碍税稳签终组结给经编县总罚联声听兴万盖处术补里见觉订记设诉评话认说谁调请讲谢谨证议读变让赞财货贵贴赏车轻办这进过远遗还边录钱钟长门开陈杂难电顺领头题愿顾余馆骡体发松么点"  # noqa: E501
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


def size(held: dict[str, str]) -> Counter[str]:
    """Tokens by language; the language ends the name of a text."""
    found: Counter[str] = Counter()
    for name, text in held.items():
        found[name.rsplit("-", 1)[-1]] += len(tokens(text))
    return found


if __name__ == "__main__":
    found = size(texts())
    print(f"{len(texts())} texts, {found.total():,} words and characters:")
    print(", ".join(f"{language} {count:,}" for language, count in sorted(found.items())))
