"""Requests that are sent again: with an idempotency key, what was done is not done twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel

from marsad.serve.api.answer import answer
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem, problem_of
from marsad.store import Store
from marsad.store.answers import Known, begin, finish, forget

__all__ = ["Doing", "Once"]

_PASSING = frozenset(("busy", "failed", "too-many"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """Does what a request asks for, once for a key; without a key each time."""

    request: Request
    store: Store
    user_key: int
    key: str | None

    def __call__(self, body: BaseModel, act: Callable[[], Any], *, status: int = 200) -> Response:
        """Do it and answer, or answer as the first time. What failed for a passing reason may be tried again."""
        if self.key is None:
            return answer(self.request, act(), status=status)
        asked = f"{self.request.method} {self.request.url.path} {self.request.headers.get('if-match', '')} "
        asked_hash = hashlib.sha256((asked + body.model_dump_json()).encode("utf-8", "surrogatepass")).hexdigest()
        with self.store.writing() as connection:
            known = begin(connection, self.user_key, self.key, asked_hash)
        match known.known:
            case Known.OTHER:
                raise Problem("other-request", "Use a new key for a new request.")
            case Known.UNDER_WAY:
                raise Problem(
                    "under-way", "Wait for its answer, or look what became of it.", headers={"retry-after": "5"}
                )
            case Known.DONE:
                return self._again(known.status, json.loads(known.text))
        try:
            told = act()
        except Exception as error:  # kept like any other answer, as it is one
            problem = problem_of(error)
            with self.store.writing() as connection:
                if problem.kind in _PASSING:
                    forget(connection, self.user_key, self.key)
                else:
                    more = {"kind": problem.kind, "detail": problem.detail, "more": problem.more}
                    finish(connection, self.user_key, self.key, problem.status, json.dumps(more))
            raise problem from error
        with self.store.writing() as connection:
            finish(connection, self.user_key, self.key, status, json.dumps(told))
        return answer(self.request, told, status=status)

    def _again(self, status: int, told: Any) -> Response:
        headers = {"idempotency-replayed": "true"}
        if status >= 400:
            raise Problem(told["kind"], told["detail"], headers=headers, **told["more"])
        return answer(self.request, told, status=status, headers=headers)


def _once(
    request: Request,
    who: Calling,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=200,
            description="Any text of your own, new for each request that is to be done.",
            examples=["7f3c2a"],
        ),
    ] = None,
) -> Once:
    return Once(request=request, store=who.store, user_key=who.user.key, key=idempotency_key)


Doing = Annotated[Once, Depends(_once)]
