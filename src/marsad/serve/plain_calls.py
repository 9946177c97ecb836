"""What templates call is called as it is, without asking each time whether it wants to know of the template."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context, Undefined

__all__ = ["PlainCalls"]

_PLAIN = (FunctionType, MethodType)


class PlainCalls(Context):
    """The values of a template. A page calls functions thousands of times, and Jinja takes longer to than they do."""

    def call(self, called: Callable[..., Any], /, *args: Any, **values: Any) -> Any | Undefined:
        """Call functions and methods of ours; what Jinja made itself, and what it marked, is called by Jinja."""
        if type(called) not in _PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **values)
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return called(*args, **values)
