"""The two ways marsad learns: `fit_binary` for yes or no, `fit_ranker` for one of several.

    act = fit_binary([Row(features, happened, report_id), ...], name="act", data="...", on=date.today())
    side1 = fit_ranker([Group(report_id, [(features, is_right), ...]), ...], name="side1", data="...", on=...)

Both keep reports whole in five folds and return a `Fitted`: `weights` to ship, `figures` on unseen reports,
`unseen(report_id)` for weights that never saw a report (to code it for the stages after), and `write()`.
`keep=(300, 1000, None)` tries smaller models and takes the smallest that does as well.
"""

from __future__ import annotations

from evaluation.train.binary import Row, fit_binary
from evaluation.train.fitted import Fitted
from evaluation.train.folds import FOLDS, fold_of
from evaluation.train.ranker import Group, fit_ranker

__all__ = ["FOLDS", "Fitted", "Group", "Row", "fit_binary", "fit_ranker", "fold_of"]
