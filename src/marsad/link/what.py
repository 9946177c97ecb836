"""Kinds of act compared: the same sub-event type, one family, or kinds that reports take for one another."""

from __future__ import annotations

from functools import cache

__all__ = ["FAMILIES", "FAMILY", "are_unlike", "compare_kinds", "kin_families"]

FAMILIES: dict[str, tuple[str, ...]] = {
    "clash": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "fire": ("Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon"),
    "blast": ("Suicide bomb", "Remote explosive/landmine/IED", "Grenade"),
    "attack": ("Attack", "Abduction/forced disappearance", "Sexual violence"),
    "crowd": (
        "Peaceful protest", "Protest with intervention", "Excessive force against protesters",
        "Violent demonstration", "Mob violence",
    ),
    "arrest": ("Arrests", "Disrupted weapons use"),
    "other": (
        "Agreement", "Change to group/activity", "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
"""Sub-event types that one act is told as, family by family."""

FAMILY: dict[str, str] = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

_KIN: frozenset[frozenset[str]] = frozenset(
    map(
        frozenset,
        (
            ("clash", "fire"), ("clash", "blast"), ("clash", "attack"), ("clash", "arrest"), ("clash", "other"),
            ("fire", "blast"), ("fire", "attack"), ("fire", "arrest"), ("blast", "attack"), ("blast", "arrest"),
            ("attack", "arrest"), ("attack", "crowd"), ("attack", "other"), ("crowd", "clash"), ("crowd", "arrest"),
            ("crowd", "other"), ("arrest", "other"), ("fire", "other"), ("blast", "other"),
        ),
    )
)  # fmt: skip


@cache
def kin_families(family: str) -> tuple[str, ...]:
    """Return the families whose acts are compared with those of a family, itself first."""
    return (family, *(other for other in FAMILIES if frozenset((family, other)) in _KIN))


@cache
def compare_kinds(left: str, right: str) -> tuple[str, ...]:
    """Return the features of two sub-event types.

    >>> compare_kinds("Remote explosive/landmine/IED", "Attack")
    ('kind: attack and blast',)
    """
    if left == right:
        return ("kind: same",)
    families = sorted((FAMILY.get(left, "other"), FAMILY.get(right, "other")))
    if families[0] == families[1]:
        return (f"kind: same family, {families[0]}",)
    return (f"kind: {families[0]} and {families[1]}",)


def are_unlike(left: str, right: str) -> bool:
    """Say whether two sub-event types are of two families.

    >>> are_unlike("Arrests", "Attack"), are_unlike("Attack", "Abduction/forced disappearance")
    (True, False)
    """
    return FAMILY.get(left, "other") != FAMILY.get(right, "other")
