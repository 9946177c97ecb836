"""Codings kept apart from the articles they code: ids, lengths and offsets, no sentence of the source.

The articles are those of ANT Corpus v2.1 (A. Chouigui, O. Ben Khiroun, B. Elayeb, ANT Corpus, AICCSA 2017), which a
reader has to obtain; each coding covers an opening of so many characters.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["gold_rows"]


def gold_rows(path: Path, corpus: Path | None) -> Iterator[dict[str, Any]]:
    """Yield gold reports with their texts; codings without one take it from the corpus (JSON Lines, .gz or not).

    Raises ValueError when a coding needs the corpus and it is not given or lacks the article.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"] for row in rows if "text" not in row}
    articles = _articles(corpus, wanted) if wanted and corpus else {}
    if missing := wanted - articles.keys():
        message = f"{path}: {len(missing)} codings have no text. Name the article corpus with --corpus."
        raise ValueError(message)
    for row in rows:
        yield row if "text" in row else _joined(row, articles[row["id"]])


def _articles(corpus: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    opener = gzip.open if corpus.suffix == ".gz" else open
    found: dict[str, dict[str, Any]] = {}
    with opener(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] in wanted:
                found.setdefault(article["id"], article)
    return found


def _joined(row: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    title, text = article.get("title") or "", article["text"][: row["characters"]]
    source = f"{title}\n{text}" if title else text
    events = [event | {"evidence": source[slice(*event["evidence"])]} for event in row["events"]]
    published = article["published"][:10]
    return {
        "id": row["id"],
        "outlet": article["outlet"],
        "published": published,
        "title": title,
        "text": text,
        "events": events,
        "characters": row["characters"],
    }
