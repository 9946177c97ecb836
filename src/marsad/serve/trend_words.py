"""What `marsad.trends` says of a saved search, marked for the catalogues: pages tell it in their language."""

from __future__ import annotations

from marsad.serve.catalogues import later, later_counted

__all__ = ["SAID"]

_COUNTED = (
    later_counted(
        "%(number)s incident in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before.",
        "%(number)s incidents in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before.",
    ),
    later_counted(
        "%(number)s incident in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before: %(times)s.",
        "%(number)s incidents in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before: %(times)s.",
    ),
    later_counted(
        "Counted is what %(number)s source told that reported throughout: %(sources)s.",
        "Counted is what %(number)s sources told that reported throughout: %(sources)s.",
    ),
    later_counted(
        "With the season taken out as the year before shows it (told by %(sources)s): %(times)s.",
        "With the season taken out as the %(number)s years before show it (told by %(sources)s): %(times)s.",
    ),
    later_counted(
        "%(number)s incident without a day known to the week: in no number.",
        "%(number)s incidents without a day known to the week: in no number.",
    ),
)
_PLAIN = (
    later("Poisson"),
    later("negative binomial"),
    later("season taken out"),
    later("a day"),
    later("a week"),
    later("none before (95 %% interval: at least %(low)s times as many %(each)s)"),
    later("%(ratio)s times as many %(each)s (95 %% interval %(interval)s, %(model)s)"),
    later("%(low)s to no upper end"),
    later("%(low)s to %(high)s"),
    later("Without any one of them %(ratio)s times as many or more are left."),
    later("Without any one of them %(ratio)s times as many or fewer are left."),
    later("All else that they tell became more: %(times)s. It may be the war, or what is collected of it."),
    later("All else that they tell became fewer: %(times)s. It may be the war, or what is collected of it."),
    later("All sources together: %(now)s now and %(before)s before; as sources came or went, that measures nothing."),
    later(
        "All sources together: %(now)s now and %(before)s before, %(ratio)s times as many a week; as sources came or "
        "went, that measures nothing."
    ),
    later("The interval of these weeks by themselves holds 1; with earlier years beside them it does not."),
    later(
        "The interval of all weeks together holds 1; that of what grew week by week does not: with the last week "
        "counting most %(ratio)s times as many a week (%(level)s%% interval %(interval)s)."
    ),
    later(
        "The interval of all weeks together holds 1; that of what shrank week by week does not: with the last week "
        "counting most %(ratio)s times as many a week (%(level)s%% interval %(interval)s)."
    ),
    later(
        "Cannot tell the season: the record has no whole year before these weeks of which the same sources tell "
        "enough. It may be the time of the year."
    ),
    later("%(source)s (%(why)s)"),
    later("and %(number)s more"),
    later("Left out: %(sources)s."),
    later("The time of the year may have made the difference."),
    later("Without a year before, a season explains it as well: it came gradually."),
    later("words"),
    later("an outlet"),
    later("how sure it is"),
    later("a part of the map"),
    later("a vague place"),
    later("how many sources tell it"),
    later("a grade"),
    later("what is contested"),
    later("It asks for %(part)s; a trend is of kinds, areas and actors."),
    later("It asks for a place that is no country, governorate or district; a trend is of kinds, areas and actors."),
    later("It asks for two places at once; a trend is of one area."),
    later("It asks for what a trend does not know."),
    later("%(actor)s is no actor of the registry; a trend is of organised actors."),
    later("area '%(area)s' is the name of several units: %(units)s. Write a code such as SY09."),
    later("area '%(area)s' is no country and no unit. Write a code such as SY09."),
)

SAID = frozenset((*_PLAIN, *(told for both in _COUNTED for told in both)))
"""Every sentence that a search which is looked at again is told by, beside those of two periods."""
