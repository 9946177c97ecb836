"""Files, folders and pages to reports."""

from marsad.read.problem import Lacking, ReadProblem
from marsad.read.run import read

__all__ = ["Lacking", "ReadProblem", "read"]
