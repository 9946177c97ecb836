"""Rules of a public edition."""

import pytest

from marsad.errors import ResourceError
from marsad.redact.rules import DEFAULT_RULES, read_rules


def test_the_rules_without_a_file_are_safe_ones():
    """Sexual violence, minors, detention, shelters and hospitals are told by governorate."""
    rules = read_rules(DEFAULT_RULES).rule
    assert {rule.name for rule in rules if rule.place == "admin1"} >= {
        "sexual violence", "minors", "places of detention", "shelters", "hospitals",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[rule]]\nplace = "admin1"', "rule 1, name"), ('[[rule]]\nname = "x"\nplace = "street"', "rule 1, place"),
        ('[[rule]]\nname = "x"\ncolour = 1', "rule 1, colour"), ("[[rule", "no TOML"),
        ('[[rule]]\nname = "x"\nwords = [" "]', "empty word"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named(tmp_path, text, said):
    """The message names the file and the key."""
    file = tmp_path / "rules.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=said) as caught:
        read_rules(file)
    assert str(file) in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    """So is one that is not there."""
    with pytest.raises(ResourceError, match="cannot be read"):
        read_rules(tmp_path / "none.toml")
