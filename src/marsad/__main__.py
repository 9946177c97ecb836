"""`python -m marsad`, and the program `marsad`."""

import signal

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C while it is loaded ends it at once, with no word: nothing was begun."""
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # whoever started it may have it passed over
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from marsad.cli.main import main as run

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
