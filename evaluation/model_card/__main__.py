"""Write docs/model-card.md from figures measured now.

    python -m evaluation.model_card GOLD... --places DIR [--note NAME="what it is"]... [--out FILE]

Each GOLD is coded and scored; where some were not learned from, the figures by group come from those alone. Examples
of mistakes are drawn from reports of our own (--examples), never from GOLD.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.agreement import agreement, coded_twice
from evaluation.model_card.examples import mistakes
from evaluation.model_card.measured import measure
from evaluation.model_card.page import page
from marsad.evaluate.places import listed_together
from marsad.events.models import load_models
from marsad.pipeline import Coder

__all__ = ["main"]

_HERE = Path(__file__).parents[1]
_OWN = [_HERE / "samples.gold.jsonl", *sorted((_HERE / "gold").glob("tuning*.jsonl"))]


def _note(given: str) -> tuple[str, str]:
    name, sign, note = given.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError("Give NAME=TEXT.")
    return name, note


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--places", type=Path, help="a folder of place files to use beside the built-in places")
    parser.add_argument("--examples", type=Path, nargs="*", default=_OWN, help="own reports to show mistakes from")
    parser.add_argument("--twice", type=Path, nargs=2, metavar="CODING", help="two codings by hand of the same reports")
    parser.add_argument(
        "--note", type=_note, action="append", default=[], help="what a set or a format is, by its name"
    )
    parser.add_argument("--out", type=Path, default=_HERE.parent / "docs" / "model-card.md")
    args = parser.parse_args(arguments)
    coder = Coder(places=args.places, minimum=0.0)
    same_place = listed_together(coder.gazetteer.named)
    sets = measure(args.gold, coder, same_place)
    own = [report for item in measure(args.examples, coder, same_place) for report in item.reports]
    text = page(
        sets,
        load_models(),
        same_place,
        mistakes(own, same_place),
        gazetteer="the built-in ones and official tables beside them" if args.places else "the built-in ones",
        notes=dict(args.note),
        twice=agreement(coded_twice(*args.twice, same_place)) if args.twice else None,
    )
    args.out.write_text(text, encoding="utf-8")
    print(f"{args.out}: {', '.join(item.name for item in sets)}")


if __name__ == "__main__":
    main()
