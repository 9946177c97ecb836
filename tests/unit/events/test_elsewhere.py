"""What the rest of a report says of an actor."""

from datetime import date

from marsad import gazetteer as gazetteers
from marsad.annotate import triggers
from marsad.events.elsewhere import parts_elsewhere, states_of_land
from marsad.events.sides import seen_actors
from marsad.frames import Context, assemble
from marsad.model.report import Report
from marsad.pipeline import annotate, prepare


def _read(text: str) -> Context:
    document = prepare(Report(report_id="t", text=text, published_on=date(2018, 5, 3)))
    annotations = annotate(document, triggers.find(document), gazetteers.load(None))
    return Context.of(document, annotations, assemble(document, annotations.triggers))


def test_agent_of_the_act_before():
    """Who shells in one sentence is described as one that acts beside the frame of the next."""
    context = _read("قصفت مدفعية قوات النظام بلدة تفتناز. وتجدد القصف على أطراف مدينة إدلب مساء.")
    last = context.frames[-1]
    assert "plays=acts|B|next" in set(parts_elsewhere(context, last, "syr-regime"))
    assert not list(parts_elsewhere(context, context.frames[0], "syr-regime"))


def test_land_of_a_state():
    """A town named in the frame makes its state one that may be hit, though no word names the state."""
    context = _read("أطلق الحوثيون صاروخا باتجاه مدينة نجران.")
    frame = context.frames[0]
    assert states_of_land(context, frame).get("ksa") == "C"
    assert "ksa" in {candidate.value for candidate in seen_actors(context, frame, "Shelling/artillery/missile attack")}
