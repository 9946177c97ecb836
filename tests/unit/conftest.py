"""What tests of several parts share: empty stores of either kind, reports read with no learned decision, weights."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import pytest
from tests.postgres import OFF, Server, running

from marsad import gazetteer
from marsad.annotate import triggers
from marsad.events.hypothesis import Hypothesis, answer
from marsad.events.models import Models
from marsad.frames import Context, assemble
from marsad.lexicon.weights import Weights
from marsad.model.frame import Annotations, Frame
from marsad.model.report import Document, Report
from marsad.pipeline import annotate, prepare
from marsad.store import open_store


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> Path:
    """A store in SQLite as it is made, to copy."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    open_store(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of this run."""
    if OFF:
        pytest.skip("MARSAD_TEST_POSTGRES=off")
    with running() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def new_store(request, template, tmp_path_factory) -> Callable[[], str]:
    """Make an empty store and say where it is; every test of it runs on both kinds."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres").new_store
    return lambda: str(shutil.copy(template, tmp_path_factory.mktemp("store") / "store.db"))


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
