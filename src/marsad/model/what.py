"""What happened: the 25 ACLED sub-event types, and the words that tell them."""

from __future__ import annotations

from marsad.frozen import dataclass
from marsad.model.quantity import Estimate
from marsad.model.span import Mention, Span

__all__ = ["EVENT_TYPES", "CasualtyMention", "MeansMention", "Qualifier", "Source", "SourceMention", "TriggerMention"]

EVENT_TYPES: dict[str, str] = {
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Air/drone strike": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Chemical weapon": "Explosions/Remote violence",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Sexual violence": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Arrests": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Agreement": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}
"""Sub-event type to event type, as ACLED names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMention(Mention):
    """A word or phrase that may tell an act: "غارات" is Air/drone strike, pos noun.

    `sub_event_type` is None for a general word ("استهدف", "هجوم", "مقتل") whose type the frame decides;
    `sense` then names its family ("strike", "assault", "death", "injury", "blast", "seize-place" ...).
    `pos` is verb, noun or phrase; `weak` marks a word that cannot start an event alone; `future` a verb
    with س or سوف.
    """

    sub_event_type: str | None
    sense: str
    pos: str
    weak: bool = False
    definite: bool = False
    proclitics: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansMention(Mention):
    """A weapon or means: "قذائف هاون" is artillery. `means` is one of aircraft, drone, missile, artillery,
    tank, small-arms, sniper, ied, vehicle-bomb, mine, suicide, grenade, chemical, blade, fire, bulldozer.
    """

    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyMention(Mention):
    """People killed, wounded, detained or abducted, as one stretch of text tells it.

    `outcome` is killed, wounded, detained, abducted or released; `victims` is the folded head noun ("مدنيين",
    "عناصر"); `victim_kind` is civilians, armed, children, women, journalists, health-workers, aid-workers,
    officials, prisoners or unknown. `subset` is true for "بينهم 3 أطفال", which adds nothing to the toll;
    `total` for a closing total ("تصبح الحصيلة"); `people` is the stretch that names the victims.
    """

    outcome: str
    estimate: Estimate
    victims: str | None
    victim_kind: str
    people: Span
    subset: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier(Mention):
    """A cue that changes what a stretch asserts.

    `kind` is one of: negation, denial, plan, threat, condition, habit, total, history, forecast, call,
    opinion, foiled, exercise. `scope_first` and `scope_stop` are the words it governs.
    """

    kind: str
    scope_first: int
    scope_stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, by the codebook: `kind` is outlet, correspondent, official, party, monitor, media,
    activist, resident, witness, medical or anonymous.
    """

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention(Mention):
    """A source quoted in the text ("وفق المرصد"); `verb` is the saying word, `sentence` where it stands."""

    name: str
    kind: str
    sentence: int
    verb: str | None = None
