"""The coder beside what somebody might take instead, on the same reports, in one run.

    python -m benchmarks.beside [REPORTS.jsonl[.gz]] [--limit 500] [--price-in 1 --price-out 4] [--json FILE]

What is not installed, or has no Arabic model on this machine, is left out and said so. None of it is a dependency of
marsad: install what should be compared into an environment of its own beside marsad, for instance

    pip install marsad spacy qalsadi tashaphyne naftawayh dateparser tiktoken litellm

Others do other work than the coder: each row says which. The call of a large language model is not made: what it would
read and write is counted in tokens of a public tokenizer, and its prices, in dollars a million tokens, are yours to
give. litellm is only needed for the ranks of that tokenizer, which it ships, so that nothing is fetched.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.speed import made_up, read_reports
from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder

__all__ = ["LEFT_OUT", "asked_of_a_model", "main"]

LEFT_OUT = "left out"
_ENCODING = "o200k_base"
_INSTRUCTIONS = Path(__file__).parents[1] / "docs" / "record.md"
_FIELDS = (
    "event_id", "event_type", "sub_event_type", "side1", "assist1", "side2", "assist2", "place", "date", "killed",
    "killed_civilians", "wounded", "detained", "abducted", "sources", "status", "evidence",
)  # fmt: skip

Reader = Callable[[str], object]


def _marsad() -> tuple[Reader, str]:
    coder = Coder()

    def read(text: str) -> object:
        return coder.code(Report(report_id="r", text=text))

    return read, "all of it: who did what to whom, where, when, how many, who says so, with the words"


def _spacy() -> tuple[Reader, str]:
    nlp = importlib.import_module("spacy").blank("ar")
    nlp.add_pipe("sentencizer")
    return nlp, "words and sentences; spaCy publishes no Arabic model"


def _qalsadi() -> tuple[Reader, str]:
    lemmer = importlib.import_module("qalsadi.lemmatizer").Lemmatizer()
    return lemmer.lemmatize_text, "lemmas, by a full morphology of each word"


def _tashaphyne() -> tuple[Reader, str]:
    stemmer = importlib.import_module("tashaphyne.stemming").ArabicLightStemmer()
    return lambda text: [stemmer.light_stem(word) for word in text.split()], "light stems"


def _naftawayh() -> tuple[Reader, str]:
    tagger = importlib.import_module("naftawayh.wordtag").WordTagger()
    return lambda text: tagger.word_tagging(text.split()), "of each word whether it is a noun, a verb or neither"


def _dateparser() -> tuple[Reader, str]:
    search = importlib.import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=["ar"]), "days told in the text"


def _stanza() -> tuple[Reader, str]:
    stanza = importlib.import_module("stanza")
    pipeline = stanza.Pipeline("ar", processors="tokenize,mwt,pos,lemma,depparse", download_method=None, verbose=False)
    return pipeline, "words, tags, lemmas and a parse; UD-PETRARCH starts from these"


def _camel() -> tuple[Reader, str]:
    mle = importlib.import_module("camel_tools.disambig.mle").MLEDisambiguator.pretrained()
    words = importlib.import_module("camel_tools.tokenizers.word").simple_word_tokenize
    return lambda text: mle.disambiguate(words(text)), "lemmas and tags"


_OTHERS = {
    "marsad": _marsad,
    "spaCy, blank Arabic": _spacy,
    "Tashaphyne": _tashaphyne,
    "Naftawayh": _naftawayh,
    "dateparser": _dateparser,
    "Qalsadi": _qalsadi,
    "Stanza": _stanza,
    "CAMeL Tools": _camel,
}


def _rate(name: str, texts: Sequence[str], most: float) -> dict[str, Any]:
    """Return reports a second of CPU, over as many reports as `most` seconds allow; a tenth of them go before."""
    try:
        read, does = _OTHERS[name]()
    except Exception as error:  # noqa: BLE001 - whatever hinders a tool, the others are measured
        reason = str(error).strip().split("\n")[0][:90]
        return {"tool": name, "rate": None, "does": f"{LEFT_OUT}: {type(error).__name__}: {reason}"}
    start = time.process_time()
    for text in texts[: max(1, len(texts) // 10)]:
        read(text)
        if time.process_time() - start > most / 4:
            break
    count, start = 0, time.process_time()
    for text in texts:
        read(text)
        count += 1
        if time.process_time() - start > most:
            break
    taken = time.process_time() - start
    return {"tool": name, "rate": round(count / taken, 2), "reports": count, "does": does}


def asked_of_a_model(
    reports: Sequence[Report], count: Callable[[str], int], price_in: float, price_out: float
) -> dict[str, float]:
    """Return the tokens of a call for each report, and dollars for ten million by prices a million tokens.

    A call reads instructions (those of the page of the record) and a report, and writes the fields of the codebook of
    each event that marsad finds.
    """
    coder = Coder()
    instructions = count(_INSTRUCTIONS.read_text(encoding="utf-8"))
    texts = [count(report.source_text) for report in reports]
    answers = []
    for report in reports:
        events = to_record(coder.code(report))["events"]
        told = [{name: event[name] for name in _FIELDS} for event in events]
        answers.append(count(json.dumps(told, ensure_ascii=False)))
    mean_text, mean_answer = round(sum(texts) / len(texts)), round(sum(answers) / len(answers))
    dollars = ((instructions + mean_text) * price_in + mean_answer * price_out) / 1e6
    return {
        "instructions": instructions,
        "report": mean_text,
        "answer": mean_answer,
        "characters_a_token": round(sum(len(report.source_text) for report in reports) / sum(texts), 2),
        "dollars_for_ten_million": round(dollars * 1e7),
    }


def _tokens() -> Callable[[str], int] | None:
    """Return what counts the tokens of a text, None where no tokenizer is at hand."""
    ranks = importlib.util.find_spec("litellm")
    if ranks is None or ranks.origin is None or importlib.util.find_spec("tiktoken") is None:
        return None
    os.environ["TIKTOKEN_CACHE_DIR"] = str(Path(ranks.origin).parent / "litellm_core_utils" / "tokenizers")
    encoding = importlib.import_module("tiktoken").get_encoding(_ENCODING)
    return lambda text: len(encoding.encode(text, disallowed_special=()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, default=500)
    parser.add_argument("--most", type=float, default=20.0, help="seconds of CPU for each tool")
    parser.add_argument("--price-in", type=float, default=1.0, help="dollars a million tokens read")
    parser.add_argument("--price-out", type=float, default=4.0, help="dollars a million tokens written")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(arguments)
    reports = list(read_reports(args.reports, args.limit) if args.reports else made_up(args.limit))
    texts = [report.source_text for report in reports]
    rows = [_rate(name, texts, args.most) for name in _OTHERS]
    console = Console(width=150)
    table = Table("tool", "reports a second and core", "what it does")
    for row in rows:
        table.add_row(row["tool"], "–" if row["rate"] is None else f"{row['rate']:,.1f}", row["does"])
    console.print(table)
    count = _tokens()
    called = asked_of_a_model(reports, count, args.price_in, args.price_out) if count else None
    if called is None:
        print("A call of a language model: left out, install tiktoken and litellm to count tokens.")
    else:
        print(
            f"A call of a language model, in tokens of {_ENCODING} ({called['characters_a_token']} characters each): "
            f"instructions {called['instructions']:,}, a report {called['report']:,}, an answer {called['answer']:,}. "
            f"Ten million reports: 10,000,000 x (({called['instructions']:,} + {called['report']:,}) x {args.price_in} "
            f"+ {called['answer']:,} x {args.price_out}) / 1,000,000 = {called['dollars_for_ten_million']:,} dollars."
        )
    if args.json is not None:
        args.json.write_text(json.dumps({"tools": rows, "model": called}, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
