"""`marsad token`: tokens made, listed and ended on the command line."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.store import open_store
from marsad.store.accounts import add_user
from marsad.store.tokens import user_of_token


@pytest.fixture
def store(tmp_path):
    """A store with a coder."""
    path = str(tmp_path / "s.db")
    with open_store(path, create=True) as opened, opened.writing() as connection:
        add_user(connection, "ليلى", "coder", who="tester")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["token", *arguments])


def test_a_token_is_made_listed_and_ended(store):
    """It is printed when it is made, and never again."""
    assert run("list", "--store", store).stdout == "There are no tokens.\n"
    made = run("make", "ليلى", "--store", store, "--name", "nightly", "--scope", "write", "--days", "7")
    token = made.stdout.strip()
    with open_store(store) as opened, opened.reading() as connection:
        assert user_of_token(connection, token)[0].name == "ليلى"
    listed = run("list", "--store", store).stdout
    assert token not in listed
    assert all(part in listed for part in ("ليلى", "nightly", "read, write", "never"))
    assert run("end", "1", "--store", store).stdout == "Token 1 is ended.\n"
    assert run("list", "--store", store).stdout == "There are no tokens.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("make", "nobody", "--name", "x"), "nobody called 'nobody'"),
        (("make", "ليلى", "--name", "x", "--scope", "admin"), "does not have what the token asks for"),
        (("end", "9"), "no token 9 to end"),
    ],
)
def test_what_cannot_be_is_told(store, arguments, told):
    """With the remedy."""
    result = run(*arguments, "--store", store)
    assert result.exit_code == 1
    assert told in str(result.exception)
