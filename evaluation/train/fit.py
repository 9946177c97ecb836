"""The two ways marsad learns: `fit_binary` for yes or no, `fit_ranker` for one of several.

    act = fit_binary([(features, happened, report_id), ...])
    side1 = fit_ranker([([(features, is_right), ...], report_id), ...])

Both keep reports whole in five folds and return a `Fitted`: `weights` to ship, `figures` on unseen reports,
`unseen(report_id)` for weights that never saw a report (to code it for the stages after), and `write(name, data=...,
on=...)`. `keep=(300, 1000, None)` tries smaller models and takes the smallest that does as well.
"""

from __future__ import annotations

from binary import Row, fit_binary
from fitted import Fitted
from folds import FOLDS, fold_of
from ranker import Group, fit_ranker

__all__ = ["FOLDS", "Fitted", "Group", "Row", "fit_binary", "fit_ranker", "fold_of"]
