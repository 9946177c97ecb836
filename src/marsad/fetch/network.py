"""Connections that go only where they may, and end when their time or size is used up."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from marsad.errors import FetchError
from marsad.fetch.address import resolve
from marsad.fetch.limits import Limits

__all__ = ["Deadline", "Network"]


class Deadline:
    """The moment by which a fetch is over."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, most: float, url: str) -> float:
        """Return how many seconds a step may take, at most `most`; raise FetchError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(
                f"The answer was not complete after {self._seconds:g} s.",
                url=url,
                reason="slow",
                remedy="Try again later, or allow more time.",
            )
        return min(left, most)


class Network(httpcore.NetworkBackend):
    """Connects for one exchange, to an address that was checked: the name is not looked up a second time.

    `sent` and `received` hold the bytes that crossed the connection, after TLS.
    """

    def __init__(self, *, url: str, limits: Limits, deadline: Deadline, private: bool) -> None:
        self.url, self.limits, self.deadline = url, limits, deadline
        self.address = ""
        self.sent, self.received = bytearray(), bytearray()
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline's rule
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers."""
        longest = self.limits.connect_time
        within = self.deadline.left(longest, self.url)
        found = resolve(host, port, url=self.url, timeout=within, private=self._private)
        for index, address in enumerate(found):
            try:
                stream = self._plain.connect_tcp(
                    address, port, self.deadline.left(longest, self.url), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if index == len(found) - 1:
                    raise
            else:
                self.address = address
                return _Stream(stream, self)
        raise httpcore.ConnectError(host)

    def room_for(self, count: int) -> None:
        """Raise FetchError when this many more bytes are too many."""
        if len(self.received) + count > self.limits.size + self.limits.header_size:
            raise FetchError(
                f"The answer is larger than {self.limits.size:,} bytes.",
                url=self.url,
                reason="size",
                remedy="Allow a larger size if the page is wanted.",
            )


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, network: Network) -> None:
        self._stream, self._network = stream, network

    def _within(self, longest: float) -> float:
        return self._network.deadline.left(longest, self._network.url)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline's rule
        network = self._network
        try:
            data = self._stream.read(max_bytes, self._within(network.limits.read_time))
        except httpcore.ReadTimeout:
            self._within(1)  # says so when it is the whole fetch that took too long
            raise
        network.room_for(len(data))
        network.received += data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline's rule
        self._network.sent += buffer
        self._stream.write(buffer, self._within(self._network.limits.read_time))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline's rule
    ) -> httpcore.NetworkStream:
        within = self._within(self._network.limits.connect_time)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, within), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
