"""What tests of frames and events share: a report read without any learned decision, and weights made for a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date

import pytest

from marsad import gazetteer
from marsad.annotate import triggers
from marsad.events.hypothesis import Hypothesis, answer
from marsad.events.models import Models
from marsad.frames import Context, assemble
from marsad.lexicon.weights import Weights
from marsad.model.frame import Annotations, Frame
from marsad.model.report import Document, Report
from marsad.pipeline import annotate, prepare


@dataclass(frozen=True)
class Seen:
    """A report with all its mentions and all its frames."""

    document: Document
    annotations: Annotations
    frames: tuple[Frame, ...]
    context: Context

    @property
    def only(self) -> Frame:
        """The one frame of a report."""
        (frame,) = self.frames
        return frame

    def words(self, frame: Frame) -> str:
        """Return the words of a frame as published."""
        return self.document.quote(frame.first, frame.stop)

    def frame_of(self, word: str) -> Frame:
        """Return the frame that holds a folded word."""
        return next(frame for frame in self.frames if word in self.document.words[frame.first : frame.stop])


@pytest.fixture(scope="session")
def see() -> Callable[..., Seen]:
    """Read a report: every trigger gives a frame, however unlikely."""
    places = gazetteer.load()

    def read(
        text: str, *, headline: str = "", published: date | None = date(2023, 5, 3), outlet: str | None = None
    ) -> Seen:
        report = Report(report_id="t", headline=headline, text=text, published_on=published, outlet=outlet)
        document = prepare(report)
        annotations = annotate(document, triggers.find(document), places)
        frames = assemble(document, annotations.triggers)
        return Seen(document, annotations, frames, Context.of(document, annotations, frames))

    return read


@pytest.fixture(scope="session")
def made_models() -> Callable[..., Models]:
    """Make weights for a test: those of the decisions named, all others nought, so that the first candidate wins."""

    def make(**weights: dict[str, float]) -> Models:
        names = [field.name for field in fields(Models)]
        assert set(weights) <= set(names)
        return Models(**{name: Weights(name=name, weights=weights.get(name, {})) for name in names})

    return make


@pytest.fixture(scope="session")
def answered(made_models: Callable[..., Models]) -> Callable[..., list[Hypothesis]]:
    """Answer every frame of a report with weights made for a test."""

    def answers(seen: Seen, *, act: float = 0.9, **weights: dict[str, float]) -> list[Hypothesis]:
        models = made_models(**weights)
        return [answer(seen.context, frame, models, act=act) for frame in seen.frames]

    return answers
