"""An answer that was kept as it came over the wire, read again."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Answer", "replay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status, headers and body of an answer; `raw_body` is without chunking, still packed by its Content-Encoding."""

    status: int
    headers: tuple[tuple[str, str], ...]
    raw_body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of this name, whatever its case; None when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def replay(received: bytes) -> Answer:
    """Return what the bytes of an answer say, by the same reader that read them from the network.

    Raises ValueError when they are no HTTP answer, or not a whole one.
    """
    import h11

    reader = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=1024 * 1024)
    reader.send(h11.Request(method="GET", target="/", headers=[("Host", "kept"), ("Connection", "close")]))
    reader.send(h11.EndOfMessage())
    status, headers, pieces = 0, (), []  # type: int, tuple[tuple[str, str], ...], list[bytes]
    try:
        reader.receive_data(received)
        reader.receive_data(b"")
        while not isinstance(event := reader.next_event(), h11.EndOfMessage):
            if isinstance(event, h11.Response):
                status = event.status_code
                raw = event.headers.raw_items()
                headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)
            elif isinstance(event, h11.Data):
                pieces.append(bytes(event.data))
            elif not isinstance(event, h11.InformationalResponse):
                raise ValueError("The answer is not whole.")  # noqa: TRY004 - the bytes are at fault, not the caller
    except h11.ProtocolError as error:
        raise ValueError(str(error)) from None
    return Answer(status=status, headers=headers, raw_body=b"".join(pieces))
