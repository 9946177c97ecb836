"""Files, folders and pages to reports."""

from marsad.read.problem import ReadProblem
from marsad.read.run import read

__all__ = ["ReadProblem", "read"]
