"""Tokens of programs: what is kept of them, what they may be used for, and when they are no good."""

import pytest
from sqlalchemy import text

from marsad.errors import StoreError
from marsad.store.accounts import add_user, change_user, user_named
from marsad.store.answers import Known, begin, finish, forget
from marsad.store.tokens import end_token, make_token, tokens_of, used, user_of_token


@pytest.fixture
def people(store):
    """A coder and a viewer."""
    with store.writing() as connection:
        for name, role in (("ليلى", "coder"), ("omar", "viewer"), ("root", "admin")):
            add_user(connection, name, role, who="tester")
    with store.reading() as connection:
        return [user_named(connection, name) for name in ("ليلى", "omar", "root")]


def make(store, user, *scopes, days=30):
    with store.writing() as connection:
        return make_token(connection, user, "a program", scopes=scopes, days=days, who="tester")


def test_a_token_is_its_owners_and_kept_as_a_hash(store, people):
    """It can be shown, not read: no table and no entry of the log holds it."""
    key, shown = make(store, people[0], "write")
    with store.writing() as connection:
        user, token = user_of_token(connection, shown)
        assert (user.name, token.scopes, token.key) == ("ليلى", ("read", "write"), key)
        used(connection, token)
        assert [one.used_on is not None for one in tokens_of(connection, people[0])] == [True]
        assert tokens_of(connection, people[1]) == []
        for table in ("api_tokens", "log"):
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()
            assert shown.removeprefix("marsad_") not in str(rows)
    assert [entry.act for entry in store.log("user:ليلى")][-1] == "make token"


def test_a_token_that_ended_is_no_good(store, people):
    """Ended by its owner only, or with its term, or with its owner's account."""
    key, shown = make(store, people[0])
    with store.writing() as connection:
        assert not end_token(connection, key, who="omar", user=people[1])
        assert end_token(connection, key, who="ليلى", user=people[0])
        assert not end_token(connection, key, who="ليلى", user=people[0])
        assert user_of_token(connection, shown) is None
    _, other = make(store, people[0])
    _, third = make(store, people[1])
    with store.writing() as connection:
        connection.execute(text("UPDATE api_tokens SET ends_at = '2020-01-01T00:00:00Z' WHERE user_key = 1"))
        change_user(connection, people[1], who="tester", ended_at="2024-01-01T00:00:00Z")
        assert user_of_token(connection, other) is None
        assert user_of_token(connection, third) is None
        assert user_of_token(connection, "marsad_x") is None


@pytest.mark.parametrize(
    ("who", "scopes", "days", "told"),
    [
        (0, ("admin",), 30, "does not have what the token asks for"),
        (1, ("write",), 30, "does not have what the token asks for"),
        (2, ("all",), 30, "a scope and a term"),
        (2, ("read",), 0, "a scope and a term"),
        (2, ("read",), 5000, "a scope and a term"),
    ],
)
def test_a_token_asks_for_no_more_than_there_is(store, people, who, scopes, days, told):
    """No scope beyond the role, none that there is not, and no term without an end."""
    with pytest.raises(StoreError, match=told):
        make(store, people[who], *scopes, days=days)


def test_what_was_answered_is_answered_again(store, people):
    """A key stands for one request of one person."""
    mine, other = people[0].key, people[1].key
    with store.writing() as connection:
        assert begin(connection, mine, "k", "hash").known is Known.NEW
        assert begin(connection, mine, "k", "hash").known is Known.UNDER_WAY
        finish(connection, mine, "k", 201, '{"a": 1}')
        again = begin(connection, mine, "k", "hash")
        assert (again.known, again.status, again.text) == (Known.DONE, 201, '{"a": 1}')
        assert begin(connection, mine, "k", "another").known is Known.OTHER
        assert begin(connection, other, "k", "another").known is Known.NEW
        forget(connection, mine, "k")
        assert begin(connection, mine, "k", "another").known is Known.NEW
        connection.execute(text("UPDATE api_answers SET at = '2020-01-01T00:00:00Z'"))
        assert begin(connection, other, "k", "third").known is Known.NEW
