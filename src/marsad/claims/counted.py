"""The act that a number counts: "14 هجوماً", "عمليتي اغتيال"."""

from __future__ import annotations

from marsad.claims.acts import Act
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention

__all__ = ["act_of"]

_DEEDS = (
    "نفجار", "تفجير", "هجوم", "هجم", "عملي", "غار", "ضرب", "قصف", "حمل", "محاول", "ظاهر", "وقف", "اعتصام",
    "اشتباك", "خطف", "اعتقال", "دهم", "اقتحام", "مداهم", "هدم", "اعتداء", "توغل", "كمين", "اغتيال",
    "استهداف", "طلع", "خرق", "انتهاك", "حال", "حادث",
)  # fmt: skip
"""Parts of the first word of trigger phrases that can be counted."""


def act_of(scene: Scene, number: NumberMention) -> Act | None:
    """Return the act that a number counts, None when it counts something else."""
    if number.kind == "dual":
        return next((act for act in scene.acts if act.first == number.stop - 1 and act.noun), None)
    return next((act for act in scene.acts if _counts(scene, act, number)), None)


def _counts(scene: Scene, act: Act, number: NumberMention) -> bool:
    """Say whether a number counts the act behind it: acts, and not things such as "5 سيارات مفخخة"."""
    if act.first != number.stop or scene.pause(act.first):
        return False
    return act.noun or any(part in scene.document.words[act.first] for part in _DEEDS)
