"""Words and names in a real browser: changed with the keyboard alone, sound in both languages at every step."""

from __future__ import annotations

import pytest
from tests.browser.test_pages import LANGUAGES, LATIN, serious

OPEN = {"en": "Other names", "ar-SY": "أسماء أخرى"}
CHECK = {"en": "Check, and see what would change", "ar-SY": "افحص واعرض ما سيتغير"}
BACK = {"en": "Back to the entry", "ar-SY": "العودة إلى المدخل"}
SAVE = {"en": "Save the change", "ar-SY": "احفظ التغيير"}
AGAIN = {"en": "Code the reports anew that hold these words", "ar-SY": "أعد ترميز الأخبار التي فيها هذه الكلمات"}
WRONG = {"en": "Nothing was saved", "ar-SY": "لم يُحفظ شيء"}
DONE = {"en": "were coded anew", "ar-SY": "أي خبر"}


def sound(visiting, name, language):
    """Keep a picture, and return what is wrong with the page."""
    page = visiting.page
    visiting.picture(f"words-{name}-{language}")
    told = [(name, one) for one in serious(page)]
    if language != "en":
        told += [(name, "latin", word) for word in page.evaluate(LATIN)]
    if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
        told.append((name, "wider than the window"))
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_added_with_the_keyboard(visit, language):
    """Found, given one more name, checked, tried out, saved, and reports coded anew: no mouse, no fault."""
    visiting = visit("editor", language=language)
    page = visiting.open("/words?kind=actors")
    told = sound(visiting, "list", language)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("قوات النظام")
    visiting.press("Enter")
    page.wait_for_url("**q=*")
    page.locator("tbody a").first.focus()
    visiting.press("Enter")
    page.wait_for_url("**/words/entry/**")
    told += sound(visiting, "entry", language)
    names = page.get_by_label(OPEN[language]).first
    names.focus()
    visiting.press("Control+End")
    page.keyboard.type("\nأبو خالد النجار")
    page.get_by_role("button", name=CHECK[language]).focus()
    visiting.press("Enter")
    page.get_by_text(WRONG[language]).wait_for(timeout=60_000)
    told += sound(visiting, "wrong", language)
    page.get_by_role("link", name=BACK[language]).focus()
    visiting.press("Enter")
    page.wait_for_url("**/words/entry/**")
    names = page.get_by_label(OPEN[language]).first
    assert names.input_value().endswith("أبو خالد النجار")
    names.focus()
    visiting.press("Control+End", "Shift+Home", "Backspace")
    page.keyboard.type("جحافل الأسد")
    page.get_by_role("button", name=CHECK[language]).focus()
    visiting.press("Enter")
    page.get_by_role("button", name=SAVE[language]).wait_for(timeout=60_000)
    told += sound(visiting, "tried", language)
    page.get_by_role("button", name=SAVE[language]).focus()
    visiting.press("Enter")
    page.get_by_role("button", name=AGAIN[language]).wait_for(timeout=60_000)
    told += sound(visiting, "kept", language)
    page.get_by_role("button", name=AGAIN[language]).focus()
    visiting.press("Enter")
    page.locator("main [role=status]", has_text=DONE[language]).wait_for(timeout=60_000)
    told += sound(visiting, "recoded", language)
    visiting.open("/words/changes")
    told += sound(visiting, "changes", language)
    assert told == []
    assert visiting.faults == []
    assert visiting.elsewhere == []
