"""Words of one's own, put to use before a command begins: a folder, and what a team changed in a store."""

from __future__ import annotations

from pathlib import Path

__all__ = ["use_folders", "with_words_of"]


def use_folders(folders: list[Path] | None) -> list[Path] | None:
    """Lay folders over the shipped words, in the place of those that MARSAD_WORDS names. Raises ResourceError."""
    from marsad.lexicon.layers import lay_over, own_words

    if folders:
        lay_over(folders)
    own_words()
    return folders


def with_words_of(store: str | None) -> str | None:
    """Let what a team changed in a store count in this command; what is wrong with the store the command tells."""
    if store is None:
        return None
    from marsad.amend.use import use_words_of
    from marsad.errors import StoreError
    from marsad.store import open_store

    try:
        with open_store(store) as opened:
            use_words_of(opened)
    except StoreError:
        pass
    return store
