"""Seconds that pages of a record take, asked of the site in this process."""

import os
import time
from collections.abc import Iterable
from typing import Any

GENERAL_DEBATE = (
    "/",
    "/dialogues/un-general-debate",
    "/dialogues/un-general-debate/statements",
    "/dialogues/un-general-debate/parties/CHN",
    "/dialogues/un-general-debate/measures",
    "/dialogues/un-general-debate/measures/reuse_share",
    "/rounds/un-general-debate-27",
    "/statements/CHN_27_1972",
    "/statements/CUB_15_1960",
    "/renderings/CHN_27_1972-en/passages/1",
    "/search?q=peace",
    "/search?q=genocide+convention",
    "/search?q=C%C3%B4te+d%27Ivoire",
    "/search?q=cote+d%27ivoire",
    "/search?q=the",
    "/values/Statement",
    "/sources/un-general-debate-corpus",
)
READOUTS = (
    "/",
    "/dialogues/uk-china-human-rights-dialogue",
    "/rounds/uk-china-human-rights-dialogue-07",
    "/search?q=torture",
)


def timed_pages(record: str, paths: Iterable[str]) -> list[dict[str, Any]]:
    """Status, bytes and seconds of each page; the first page of all warms the process up."""
    os.environ["HEADWAY_VIEW"] = "desk"
    from django.test import Client

    from headway.library import open as open_record

    open_record(record)
    client = Client(headers={"host": "localhost"})
    first = time.perf_counter()
    client.get("/")
    told = [{"path": "first page of the process", "wall": time.perf_counter() - first}]
    return [*told, *(_timed(client, path) for path in paths)]


def _timed(client: Any, path: str) -> dict[str, Any]:
    client.get(path)
    wall, cpu = time.perf_counter(), time.process_time()
    answer = client.get(path)
    return {
        "path": path,
        "status": answer.status_code,
        "bytes": len(answer.content),
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
    }
