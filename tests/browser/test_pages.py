"""Every page, in Arabic and in English: sound, translated, accessible, and with nothing from anywhere else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from tests.web import REPORTS, fetched

from marsad.store.accounts import make_link

HARD = quote(REPORTS[2].report_id, safe="")
PAGES = {
    "sign-in": ("", "/sign-in"),
    "welcome": ("", "/welcome/{link}"),
    "queue": ("editor", "/queue"),
    "queue-empty": ("viewer", "/queue?name=disputed"),
    "report": ("editor", "/reports/r2"),
    "report-signs": ("viewer", f"/reports/{HARD}"),
    "report-without-events": ("coder", "/reports/r4"),
    "history": ("coder", "/history/r1"),
    "entry": ("coder", "/entries/sdf"),
    "account": ("coder", "/account"),
    "second-factor": ("coder", "/account/second-factor"),
    "map": ("viewer", "/map"),
    "tokens": ("admin", "/account/tokens"),
    "interface": ("coder", "/interface"),
    "explore": ("viewer", "/explore?q=قصف"),
    "counts": ("viewer", "/counts?by=month&then=admin1"),
    "compare": ("viewer", "/compare?now=2018&before=2017"),
    "counts-drawn": ("coder", "/counts?by=month"),
    "counts-records": ("viewer", "/counts/records?by=year"),
    "actors": ("viewer", "/actors"),
    "actor": ("viewer", "/actors/sdf"),
    "explore-reports": ("viewer", "/explore?of=reports"),
    "explore-days": ("coder", "/explore?since=2018-03-01&until=2018-04-02"),
    "missing": ("coder", "/nothing"),
}
LANGUAGES = {"ar-SY": "rtl", "en": "ltr"}

LATIN = """() => {
    const own = "bdi, kbd, script, style, input, textarea, [lang], [dir=ltr], .text, .origin, .report a";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (/[A-Za-z]{2,}/.test(node.data) && !node.parentElement.closest(own)) found.push(node.data.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
        for (const name of ["aria-label", "title", "placeholder"]) {
            const said = (element.getAttribute(name) ?? "").replace(/Enter|Esc|Alt|Shift/g, "");
            if (/[A-Za-z]{2,}/.test(said)) found.push(said);
        }
    }
    return found;
}"""


def serious(page):
    """Return what axe finds that is serious or worse, as rule and place."""
    page.evaluate((fetched("tests") / "axe.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((told) => told.violations)")
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.fixture
def open_page(visit, store):
    """Open a page of the table in a language."""

    def make(name, language, **settings):
        user, path = PAGES[name]
        if "{link}" in path:
            with store.writing() as connection:
                path = path.format(link=make_link(connection, role="coder", who="tester"))
        visiting = visit(user, language=language, **settings)
        visiting.open(path)
        if name.startswith("report"):
            visiting.page.wait_for_selector("#events > *")
        if name.startswith("map"):
            visiting.page.wait_for_selector("body[data-drawn]")
        return visiting

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_sound(open_page, name, language):
    """The page is in its language from the first side to the last, no script fails, no other site is asked."""
    visiting = open_page(name, language)
    page = visiting.page
    visiting.picture(f"{name}-{language}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        language, LANGUAGES[language],
    ]  # fmt: skip
    assert visiting.faults == []
    assert visiting.elsewhere == []
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if language != "en":
        assert page.evaluate(LATIN) == []


@pytest.mark.parametrize("name", ["queue", "report", "account"])
def test_pages_are_accessible_in_the_dark(open_page, name):
    """Dark colours keep their contrast."""
    visiting = open_page(name, "ar-SY", color_scheme="dark")
    visiting.picture(f"{name}-dark")
    assert serious(visiting.page) == []


@pytest.mark.parametrize("name", ["queue", "report", "sign-in"])
def test_pages_fit_a_telephone(open_page, name):
    """Nothing has to be moved sideways on a narrow screen."""
    visiting = open_page(name, "ar-SY")
    visiting.page.set_viewport_size({"width": 390, "height": 800})
    visiting.picture(f"{name}-narrow")
    assert visiting.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


@pytest.mark.parametrize("name", ["queue", "report"])
def test_pages_do_not_jump(open_page, name):
    """What was drawn first stays where it is while the rest comes."""
    page = open_page(name, "ar-SY").page
    shifted = page.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
                .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 400);
        })"""
    )
    assert shifted < 0.05


@pytest.mark.parametrize("language", LANGUAGES)
def test_dialogues_are_accessible(open_page, language):
    """Each has a name, fields with names, and contrast; Escape leaves it and changes nothing."""
    visiting = open_page("report", language)
    page = visiting.page
    for opener in ("t", "1", "p", "d", "k", "f", "?"):
        page.keyboard.press(opener)
        page.wait_for_selector("dialog[open]")
        if opener in ("1", "p"):
            page.wait_for_selector("dialog[open] [role=option] bdi")
        visiting.picture(f"dialogue-{opener[-5:]}-{language}")
        assert (opener, serious(page)) == (opener, [])
        if language != "en":
            assert page.evaluate(LATIN) == []
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog[open]", state="detached")
    assert page.locator(".state.changed").count() == 0
    assert visiting.faults == []


def test_targets_are_large_enough(open_page):
    """Buttons and links one works with are 44 pixels high, where they do not stand in running text."""
    page = open_page("report", "ar-SY").page
    small = page.evaluate(
        """[...document.querySelectorAll("button, select, input:not([type=hidden]), .menu a, .bar a")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_language_is_switched_and_kept(visit):
    """One button, on every page, without losing one's place; it stays so for the person."""
    visiting = visit("coder", language="ar-SY")
    page = visiting.open("/reports/r1")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    assert page.url.endswith("/reports/r1")
    visiting.open("/account")
    assert page.locator("html").get_attribute("dir") == "ltr"


def test_arabic_digits_when_wanted(visit):
    """Figures and days that marsad writes follow the setting; the report stays as published."""
    visiting = visit("coder")
    page = visiting.open("/account")
    page.select_option("[name=digits]", "arabic")
    page.click("form[action='/account/reading'] button")
    page = visiting.open("/reports/r1")
    page.wait_for_selector(".event")
    assert "١٩ آذار ٢٠١٨" in page.locator(".event").inner_text()
    assert "وأصيب 7 آخرون" in page.locator("#text").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 1366])
def test_the_longest_menu_is_one_line(visit, language, width):
    """Of whoever may do everything, on the screen of a laptop."""
    visiting = visit("admin", language=language)
    visiting.page.set_viewport_size({"width": width, "height": 800})
    page = visiting.open("/alerts")
    tops = page.evaluate("[...document.querySelectorAll('.menu a')].map((one) => one.getBoundingClientRect().top)")
    assert len(tops) > 10
    assert len(set(tops)) == 1
