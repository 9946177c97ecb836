"""Requests of the client: with the token, again after a while where the server asks for it, problems as errors."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx

from marsad.errors import ApiError

__all__ = ["Asking"]

_LONGEST_WAIT = 60.0
_AGAIN = frozenset((429, 503))


class Asking:
    """Asks one server. `tries` is how often, before it gives up on one that is busy or does not answer."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        timeout: float,
        tries: int,
        transport: httpx.BaseTransport | None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._tries, self._sleep = tries, sleep
        self._http = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1",
            headers={"authorization": f"Bearer {token}", "user-agent": "marsad-client"},
            timeout=timeout,
            transport=transport,
            follow_redirects=False,  # a token goes nowhere else
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        asked: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Return a good answer; raises ApiError for any other.

        Nothing is done twice when it is asked again: what writes has a key of its own.
        """
        sent = None if body is None else json.dumps(body)  # half an emoji goes as its escape
        told = {**(headers or {}), **({} if sent is None else {"content-type": "application/json"})}
        params = {name: value for name, value in (asked or {}).items() if value is not None}
        for left in range(self._tries - 1, -1, -1):
            try:
                answer = self._http.request(method, path, params=params, content=sent, headers=told)
            except httpx.TransportError as error:
                if not left:
                    raise ApiError(f"{method} {path}: no answer ({error}).", kind="no-answer", status=0) from error
                self._wait(left, None)
                continue
            if answer.status_code < 300:
                return answer
            if not left or answer.status_code not in _AGAIN:
                raise _problem(method, path, answer)
            self._wait(left, answer.headers.get("retry-after"))
        raise ApiError("Not even one try was allowed.", kind="no-answer", status=0)

    def pages(self, path: str, asked: Mapping[str, Any], after: str | None = None) -> Iterator[dict[str, Any]]:
        """Yield what a list has, page by page."""
        while True:
            told = self.ask("GET", path, asked={**asked, "after": after}).json()
            yield from told["items"]
            after = told["next"]
            if after is None:
                return

    def _wait(self, left: int, told: str | None) -> None:
        """Wait as long as the server says, else twice as long as the last time, a little more or less."""
        done = self._tries - 1 - left
        wait = float(told) if told and told.isdigit() else 0.5 * 2**done * random.uniform(0.8, 1.2)  # noqa: S311
        self._sleep(min(wait, _LONGEST_WAIT))


def _problem(method: str, path: str, answer: httpx.Response) -> ApiError:
    try:
        told = answer.json()
        kind = str(told["type"]).removeprefix("urn:marsad:problem:")
        said = " ".join(filter(None, (told["title"], told.get("detail"), *map(_fault, told.get("errors", ())))))
    except (ValueError, KeyError, TypeError):
        kind, said = "unknown", "The answer is not one of marsad."
    return ApiError(f"{method} {path}: {said}", kind=kind, status=answer.status_code)


def _fault(error: Mapping[str, Any]) -> str:
    return f"{error['where']}: {error['problem']}."
