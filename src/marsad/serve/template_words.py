"""The texts of templates in one language: fixed ones are put in when a template is compiled, others are remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

__all__ = ["speak"]

_REMEMBERED = 20_000
_GETTEXT = ("_", "gettext")


def speak(templates: Environment, words: NullTranslations) -> None:
    """Let templates that are compiled from now on speak a language; they have the extension jinja2.ext.i18n."""

    @lru_cache(_REMEMBERED)
    def one(message: str, values: tuple[tuple[str, Any, type], ...]) -> Markup:
        return Markup(words.gettext(message)) % {name: value for name, value, _ in values}  # noqa: S704 - our own text

    @lru_cache(_REMEMBERED)
    def many(singular: str, plural: str, number: int, values: tuple[tuple[str, Any, type], ...]) -> Markup:
        said = Markup(words.ngettext(singular, plural, number))  # noqa: S704 - our own text
        return said % {"num": number, **{name: value for name, value, _ in values}}

    def gettext(message: str, **values: Any) -> Markup:
        return one(message, _typed(values))

    def ngettext(singular: str, plural: str, number: int, **values: Any) -> Markup:
        return many(singular, plural, number, _typed(values))

    templates.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    templates.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})
    templates.code_generator_class = _in_words(gettext)


def _typed(values: dict[str, Any]) -> tuple[tuple[str, Any, type], ...]:
    """Return values with their types: what is escaped already equals the same text that is not."""
    return tuple((name, value, type(value)) for name, value in values.items())


def _in_words(gettext: Callable[[str], Markup]) -> type[CodeGenerator]:
    """Return what compiles templates with their fixed texts said."""

    class InWords(CodeGenerator):
        def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - by its base
            super().visit_Template(_Said(gettext).visit(node), frame)

    return InWords


class _Said(NodeTransformer):
    """Puts what a fixed text says in place of each call that asks for it."""

    def __init__(self, gettext: Callable[[str], Markup]) -> None:
        self._gettext = gettext

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - by its base
        """Say the text of `_("...")` and of `{% trans %}...{% endtrans %}` that hold no values."""
        self.generic_visit(node)
        named = isinstance(node.node, nodes.Name) and node.node.name in _GETTEXT
        if not named or len(node.args) != 1 or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return node
        (message,) = node.args
        if not isinstance(message, nodes.Const):
            return node
        return nodes.MarkSafe(nodes.Const(str(self._gettext(message.value))), lineno=node.lineno)
