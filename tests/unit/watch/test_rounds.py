import json
import time

import pytest
from tests.unit.watch.conftest import article, entry, rss

from marsad.archive import Archive, Writer
from marsad.errors import ArchiveError, MarsadError
from marsad.read import read
from marsad.sources import read_sources
from marsad.watch import Watch, answers

FIRST = "قُتل عنصران في هجوم على حاجز في بلدة الوادي، مساء أمس، وفق مصدر عسكري."
SECOND = "أصيب ثلاثة أشخاص في قصف مدفعي على حي الجسر، صباح اليوم، بحسب مصدر طبي."


def texts(reports):
    return [report["text"].split("\n")[0] for report in reports]


def test_entries_with_content_become_reports(desk, site):
    """Outlet, day by the outlet's clock, and where the bytes lie stand with each report; the file is read by marsad."""
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", whole=f"<p>{FIRST}</p>"))
    desk.sources({"rss": f"{site.url}/feed"}, timezone="Asia/Damascus")
    (tally,) = desk.round()
    assert (tally.reports, tally.fetched, tally.problems) == (1, 1, [])
    (report,) = desk.reports()
    assert (report["outlet"], report["published"]) == ("مصدر 0", "2024-03-21T01:30:00+03:00")
    assert Archive(desk.archive).find(report["archive"]).name == f"{site.url}/feed"
    assert report["id"].partition("#")[0] == f"{site.url}/1"
    (again,) = read([desk.archive / "watch" / "reports.jsonl"])
    assert (again.report_id, again.text) == (report["id"], FIRST)
    assert again.published_on.isoformat() == "2024-03-21"


def test_what_has_not_changed_is_not_sent_again(desk, site):
    """The feed is asked with its ETag; a round without news writes nothing and says so."""
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", whole=FIRST))
    desk.sources({"rss": f"{site.url}/feed"})
    desk.round()
    (tally,) = desk.round(fresh=True)
    assert (tally.unchanged, tally.reports) == (1, 0)
    assert "If-None-Match" in site.requests[-1][1]
    site.pages["/feed"] = rss(*(entry(f"{site.url}/{n}", "هجوم", whole=text) for n, text in ((2, SECOND), (1, FIRST))))
    (tally,) = desk.round()
    assert (tally.reports, texts(desk.reports())) == (1, [FIRST, SECOND])


def test_a_feed_is_asked_for_news_alone_once_all_of_it_was_had(desk, site):
    """By the day that it says of itself; a feed that broke off is asked for whole."""
    stamp, feed = "Wed, 20 Mar 2024 22:30:00 GMT", rss(entry(f"{site.url}/1", "هجوم", whole=FIRST))
    bodies, asked = [feed, feed, feed.replace("</channel></rss>", "<item><title>")], []

    def answer(headers):
        asked.append(headers.get("If-Modified-Since"))
        return 200, {"Content-Type": "application/xml", "Last-Modified": stamp}, bodies.pop()

    site.pages["/feed"] = answer
    desk.sources({"rss": f"{site.url}/feed"})
    for _ in range(3):
        desk.round()
    assert asked == [None, None, stamp]


def test_teasers_lead_to_their_pages(desk, site):
    """Of an entry with a summary only the page is fetched; its report has the page's words and the feed's day."""
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", teaser="قُتل عنصران ..."))
    site.pages["/1"] = article("هجوم على حاجز", FIRST)
    desk.sources({"rss": f"{site.url}/feed"})
    (tally,) = desk.round()
    assert (tally.reports, tally.problems) == (1, [])
    (report,) = desk.reports()
    assert (report["title"], report["text"].split("\n")[0]) == ("هجوم على حاجز", FIRST)
    assert (report["published"], report["url"], "extent" in report) == (
        "2024-03-20T22:30:00+00:00",
        f"{site.url}/1",
        False,
    )


def test_a_teaser_stands_for_a_page_that_cannot_be_had(desk, site):
    """Where robots are asked to stay away, or the page is gone, the summary is kept and said to be one."""
    site.pages["/robots.txt"] = lambda _: (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /private/")
    links = (f"{site.url}/private/1", f"{site.url}/gone")
    site.pages["/feed"] = rss(*(entry(link, "هجوم", teaser=f"قُتل عنصران {link}") for link in links))
    desk.sources({"rss": f"{site.url}/feed"})
    (tally,) = desk.round()
    assert tally.reports == 2
    assert any("robots" in problem for problem in tally.problems)
    assert any("404" in problem for problem in tally.problems)
    assert [report["extent"] for report in desk.reports()] == ["summary", "summary"]
    assert "/private/1" not in site.asked()
    desk.round()
    assert site.asked() == ["/feed"]  # neither is tried again


def test_after_five_rounds_of_silence_a_teaser_stands_for_its_page(desk, site):
    """Until then the page is asked for in every round; afterwards no more."""
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", teaser="قُتل عنصران ..."))
    site.pages["/1"] = lambda _: (503, {"Retry-After": "600"}, "مهلاً")
    desk.sources({"rss": f"{site.url}/feed"})
    told = []
    for _ in range(6):
        site.asked()
        (tally,) = desk.round()
        told.append((tally.reports, "/1" in site.asked()))
        desk.clock.time += 700
    assert told == [(0, True)] * 4 + [(1, True), (0, False)]
    assert desk.reports()[0]["extent"] == "summary"


def test_what_no_parser_can_read_is_told_and_its_teaser_stands(desk, site, monkeypatch):
    """A page that is a picture, and one that breaks a parser: neither costs the other, nor its feed."""
    site.pages["/feed"] = rss(*(entry(f"{site.url}/{n}", "هجوم", teaser=f"قُتل {n + 3} عناصر ...") for n in range(3)))
    site.pages["/0"] = lambda _: (200, {"Content-Type": "image/png"}, b"\x89PNG")
    site.pages["/1"] = article("هجوم", "يكسر القارئ")
    site.pages["/2"] = article("هجوم", FIRST)
    read_page = answers.read_page

    def breaks(content, *given, **more):
        if "يكسر".encode() in content:
            raise ZeroDivisionError
        return read_page(content, *given, **more)

    monkeypatch.setattr(answers, "read_page", breaks)
    desk.sources({"rss": f"{site.url}/feed"})
    (tally,) = desk.round()
    assert sorted(report.get("extent", "whole") for report in desk.reports()) == ["summary", "summary", "whole"]
    picture, broken = tally.problems
    assert "image/png" in picture
    assert "ZeroDivisionError" in broken


def test_edited_pages_are_kept_beside_the_first(desk, site):
    """An hour later the page is looked at again: both versions are in the archive, and both are reports."""
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", teaser="..."))
    site.pages["/1"] = article("هجوم", FIRST)
    desk.sources({"rss": f"{site.url}/feed"})
    desk.round()
    site.pages["/1"] = article("هجوم", SECOND)
    site.asked()
    desk.round()
    assert site.asked() == ["/feed"]
    desk.clock.time += 3700
    (tally,) = desk.round()
    assert (tally.reports, tally.edited) == (1, 1)
    first, second = desk.reports()
    assert (first["url"], first["id"].partition("#")[0]) == (second["url"], second["id"].partition("#")[0])
    assert first["id"] != second["id"]
    assert [FIRST in body for _, body in desk.kept(f"{site.url}/1")] == [True, False]


def test_a_page_is_looked_at_three_times_and_anew_by_a_new_day(desk, site):
    """After an hour, a day and a week and then no more, until its feed tells it with another day."""

    def told(day):
        site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", teaser="...")).replace("20 Mar", day)

    def looks(*seconds):
        found = []
        for one in seconds:
            desk.clock.time += one
            desk.round()
            found.append("/1" in site.asked())
        return found

    told("20 Mar")
    site.pages["/1"] = article("هجوم", FIRST)
    desk.sources({"rss": f"{site.url}/feed"})
    desk.round()
    site.asked()
    hour, day = 3600, 86_400
    assert looks(hour - 60, 120, day - 60, 120, 7 * day - 60, 120) == [False, True] * 3
    assert looks(7 * day, 30 * day) == [False, False]
    told("21 Mar")
    assert looks(0, 0, hour + 60) == [True, False, True]


def test_deleted_pages_are_told_and_stay(desk, site):
    """A page that is there no more keeps its words; the answer that it is gone stands beside them."""
    site.pages["/1"] = article("هجوم", FIRST)
    desk.sources({"page": f"{site.url}/1"})
    desk.round()
    del site.pages["/1"]
    (tally,) = desk.round()
    assert (tally.gone, tally.problems, len(desk.reports())) == (1, [], 1)
    assert [status for status, _ in desk.kept(f"{site.url}/1")] == [200, 404]


def test_a_page_whose_furniture_changes_is_no_new_report(desk, site):
    """Other advertisements around the same words are another version in the archive and no other report."""
    site.pages["/1"] = article("هجوم", FIRST)
    desk.sources({"page": f"{site.url}/1"})
    desk.round()
    site.pages["/1"] = article("هجوم", FIRST).replace("</body>", "<footer>قرأ هذه الصفحة 57 زائراً</footer></body>")
    (tally,) = desk.round()
    assert (tally.fetched, tally.reports) == (1, 0)
    assert len(desk.kept(f"{site.url}/1")) == 2


def test_one_dead_source_costs_the_others_nothing(desk, site, other_site):
    """Hanging, refused, broken and missing feeds are told in a sentence each; the rest come in the same round."""

    def hangs(_):
        time.sleep(1)
        return 200, {}, ""

    other_site.pages["/feed"] = other_site.pages["/robots.txt"] = hangs
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", whole=FIRST))
    site.pages["/broken"] = rss(entry(f"{site.url}/2", "قصف", whole=SECOND)).replace(
        "</channel></rss>", "<item><title>"
    )
    site.pages["/page"] = article("صفحة", FIRST)
    feeds = [f"{other_site.url}/feed", "http://127.0.0.1:9/feed", f"{site.url}/none", f"{site.url}/page"]
    feeds += [f"{site.url}/broken", f"{site.url}/feed"]
    desk.sources(*({"rss": feed} for feed in feeds), {"folder": "none"})
    tallies = desk.round()
    said = [" ".join(tally.problems) for tally in tallies]
    assert [tally.reports for tally in tallies] == [0, 0, 0, 0, 1, 1, 0]
    assert "did not answer in time: without" in said[0]
    assert "127.0.0.1:9" in said[1]
    assert "404" in said[2]
    assert "no RSS" in said[3]
    assert "breaks here" in said[4]
    assert said[5] == ""
    assert "no such folder" in said[6]
    assert set(texts(desk.reports())) == {FIRST, SECOND}


def test_a_busy_site_is_asked_again_when_it_allows(desk, site):
    """A short pause is waited for in the round; a long one is kept to, also after a restart."""
    answers = [(429, {"Retry-After": "5"}, "مهلاً")]
    feed = rss(entry(f"{site.url}/1", "هجوم", whole=FIRST))
    site.pages["/feed"] = lambda headers: answers.pop() if answers else site.conditional(feed, headers)
    desk.sources({"rss": f"{site.url}/feed"})
    began = desk.clock.time
    (tally,) = desk.round()
    assert (tally.reports, tally.problems) == (1, [])
    assert 5 <= desk.clock.time - began < 20
    answers.append((503, {"Retry-After": "7200"}, "مهلاً"))
    assert "busy" in desk.round()[0].problems[0]
    site.asked()
    desk.clock.time += 3600
    assert "left alone" in desk.round(fresh=True)[0].problems[0]
    assert site.asked() == []
    desk.clock.time += 3700
    assert desk.round(fresh=True)[0].problems == []


def test_sitemaps_give_new_pages_only(desk, site):
    """Pages changed within the days asked for, also of sitemaps below an index; a later change is fetched again."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())

    def urlset(*entries):
        rows = "".join(f"<url><loc>{site.url}{path}</loc><lastmod>{day}</lastmod></url>" for path, day in entries)
        return f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{rows}</urlset>"

    index = f"<sitemap><loc>{site.url}/news.xml</loc></sitemap>"
    site.pages["/sitemap.xml"] = f"<?xml version='1.0'?><sitemapindex>{index}</sitemapindex>"
    site.pages["/news.xml"] = urlset(("/news/1", now), ("/news/2", "2019-01-01"), ("/about", now))
    site.pages["/news/1"] = article("هجوم", FIRST)
    desk.sources({"sitemap": f"{site.url}/sitemap.xml", "match": "/news/[0-9]+"})
    (tally,) = desk.round()
    assert (tally.reports, tally.problems) == (1, [])
    assert site.asked() == ["/sitemap.xml", "/news.xml", "/news/1"]
    desk.round()
    assert site.asked() == ["/sitemap.xml", "/news.xml"]
    later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 60))
    site.pages["/news.xml"] = urlset(("/news/1", later))
    site.pages["/news/1"] = article("هجوم", SECOND)
    assert desk.round()[0].edited == 1


def test_lists_give_the_links_that_match(desk, site):
    """Menus are no reports; what is over the number for one go is left for the next round, and none is lost."""
    links = "".join(f'<a href="/news/{number}">خبر</a>' for number in range(5))
    site.pages["/"] = f'<html><body><a href="/about">من نحن</a>{links}</body></html>'
    for number in range(5):
        site.pages[f"/news/{number}"] = article("هجوم", FIRST.replace("عنصران", f"{number + 3} عناصر"))
    desk.sources({"list": f"{site.url}/", "match": "/news/[0-9]+", "most": 3})
    (tally,) = desk.round()
    assert (tally.reports, tally.waiting) == (3, 2)
    (tally,) = desk.round()
    assert (tally.reports, tally.waiting) == (2, 0)
    assert "/about" not in site.asked()


def test_a_list_of_addresses_is_a_file(desk, site):
    """One address a line, notes apart; every round asks for each."""
    site.pages["/1"], site.pages["/2"] = article("هجوم", FIRST), article("قصف", SECOND)
    (desk.folder / "urls.txt").write_text(f"# صفحات\n{site.url}/1\n\n{site.url}/2\n", encoding="utf-8")
    desk.sources({"urls": "urls.txt"})
    assert desk.round()[0].reports == 2
    assert desk.round()[0].unchanged == 2


POST = (
    '<div class="tgme_widget_message" data-post="alwadi/{n}"><div class="tgme_widget_message_text">{text}</div>'
    '<a class="tgme_widget_message_date"><time datetime="2024-03-20T22:10:00+00:00"></time></a></div>'
)


def channel(*posts):
    return "<html><body>" + "".join(POST.format(n=n, text=text) for n, text in posts) + "</body></html>"


def test_a_channel_is_gone_back_until_what_is_known(desk, site):
    """Older pages are asked for until the last post of the round before; edited posts are new versions."""
    posts = {n: f"نص المنشور {n}" for n in range(1, 11)}

    def show(last, count=4):
        return channel(*((n, posts[n]) for n in range(max(1, last - count + 1), last + 1)))

    site.pages["/s/alwadi"] = show(4)
    desk.sources({"telegram": f"{site.url}/s/alwadi"})
    assert desk.round()[0].reports == 4
    assert site.asked() == ["/s/alwadi"]
    site.pages["/s/alwadi"], site.pages["/s/alwadi?before=7"] = show(10), show(6)
    assert desk.round()[0].reports == 6
    assert site.asked() == ["/s/alwadi", "/s/alwadi?before=7"]
    posts[9] = "نص المنشور 9 بعد تعديله"
    site.pages["/s/alwadi"] = show(10)
    (tally,) = desk.round()
    assert (tally.reports, tally.edited) == (1, 1)
    assert [report["id"].partition("#")[0] for report in desk.reports()].count("t.me/alwadi/9") == 2


@pytest.mark.parametrize(("last", "missed"), [(9, False), (10, True)])
def test_posts_further_back_than_may_be_asked_for_are_named(desk, site, last, missed):
    """Two pages of three posts reach six posts back; what lies between them and what was had is no silent loss."""

    def show(newest):
        return channel(*((n, f"نص المنشور {n}") for n in range(newest - 2, newest + 1)))

    site.pages["/s/alwadi"] = show(3)
    desk.sources({"telegram": f"{site.url}/s/alwadi", "most": 2})
    assert desk.round()[0].problems == []
    site.pages["/s/alwadi"], site.pages[f"/s/alwadi?before={last - 2}"] = show(last), show(last - 3)
    (tally,) = desk.round()
    assert (tally.reports, tally.fetched) == (6, 2)
    assert ["Posts 4 to 4 were not had" in problem for problem in tally.problems] == [True] * missed
    assert desk.round()[0].problems == []


def test_a_channel_seen_for_the_first_time_is_gone_back_five_pages(desk, site):
    """What came before is not missed, and not told."""
    site.pages["/s/alwadi"] = channel((60, "نص 60"))
    for number in range(60, 50, -1):
        site.pages[f"/s/alwadi?before={number}"] = channel((number - 1, f"نص {number - 1}"))
    desk.sources({"telegram": f"{site.url}/s/alwadi"})
    (tally,) = desk.round()
    assert (tally.reports, tally.problems) == (5, [])


def test_a_channel_cut_off_on_the_way_back_is_gone_back_again(desk, site):
    """Until older posts were had, the newest known stays the old one, so that none between is lost."""
    site.pages["/s/alwadi"] = channel((1, "نص 1"), (2, "نص 2"))
    desk.sources({"telegram": f"{site.url}/s/alwadi"})
    desk.round()
    site.pages["/s/alwadi"] = channel((5, "نص 5"), (6, "نص 6"))
    site.pages["/s/alwadi?before=5"] = lambda _: (500, {"Retry-After": "900"}, "")
    assert desk.round()[0].reports == 2
    site.pages["/s/alwadi?before=5"] = channel((3, "نص 3"), (4, "نص 4"))
    desk.clock.time += 1000
    assert desk.round()[0].reports == 2
    assert len(desk.reports()) == 6


def test_folders_and_mail_are_read_when_they_change(desk):
    """A new file or a longer one gives its new reports; bad lines are told; letters need no known name."""
    folder, mail = desk.folder / "exports", desk.folder / "mail" / "new"
    folder.mkdir()
    mail.mkdir(parents=True)
    (folder / "a.jsonl").write_text('{"id": "1", "text": "نص أول"}\n{"id": "2"}\n', encoding="utf-8")
    letter = "Message-ID: <1@x>\nMIME-Version: 1.0\nSubject: s\nContent-Type: text/plain; charset=utf-8\n\nنص الرسالة\n"
    (mail / "1700000000.M1.host").write_text(letter, encoding="utf-8")
    desk.sources({"folder": "exports"}, {"mail": "mail"})
    first, second = desk.round()
    assert (first.reports, second.reports) == (1, 1)
    assert "line 2" in first.problems[0]
    first, second = desk.round()
    assert (first.fetched, second.fetched) == (0, 0)
    with (folder / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "3", "text": "نص ثالث"}\n')
    assert desk.round()[0].reports == 1
    assert texts(desk.reports()) == ["نص أول", "نص الرسالة", "نص ثالث"]
    assert len(Archive(desk.archive).versions("s0/a.jsonl")) == 2


def test_a_file_of_very_many_reports_is_read_to_its_end(desk):
    """They are written a thousand at a time, each once."""
    folder = desk.folder / "exports"
    folder.mkdir()
    lines = (f'{{"id": "{number}", "text": "نص {number}"}}\n' for number in range(1001))
    (folder / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    desk.sources({"folder": "exports"})
    assert desk.round()[0].reports == 1001
    assert len({report["id"] for report in desk.reports()}) == 1001
    assert desk.round()[0].fetched == 0


def test_a_file_that_cannot_be_read_costs_no_other(desk, monkeypatch):
    """A link that leads nowhere, or a file that still grows: it is told by its name, and read once it is whole."""
    folder = desk.folder / "exports"
    folder.mkdir()
    (folder / "a.jsonl").symlink_to("nowhere")
    for name, text in (("b", "نص أول"), ("c", "نص ثان")):
        (folder / f"{name}.jsonl").write_text(f'{{"id": "1", "text": "{text}"}}\n', encoding="utf-8")
    desk.sources({"folder": "exports"})
    add_file = Writer.add_file

    def grows(self, path, **about):
        if path.name == "b.jsonl":
            raise ArchiveError("The file changes.", archive=str(path), remedy="Wait.")
        return add_file(self, path, **about)

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "add_file", grows)
        (tally,) = desk.round()
    assert (tally.reports, texts(desk.reports())) == (1, ["نص ثان"])
    first, second = tally.problems
    assert "a.jsonl" in first
    assert "b.jsonl" in second
    (tally,) = desk.round()
    assert (tally.reports, len(tally.problems)) == (1, 1)


def test_two_processes_do_not_watch_into_one_archive(desk, site):
    """The second is told to wait for the first."""
    desk.sources({"page": f"{site.url}/1"})
    watch = Watch(read_sources(desk.folder / "sources.toml"), desk.archive, client=desk.client, clock=desk.clock)
    with pytest.raises(MarsadError, match="Another process"):
        desk.round()
    watch.close()


def test_hosts_are_asked_in_turns(desk, site, other_site):
    """While one host has its pause, the other is asked: two hosts of three pages take little longer than one."""
    for one in (site, other_site):
        for number in range(3):
            one.pages[f"/{number}"] = article("هجوم", FIRST)
    urls = [f"{one.url}/{number}" for one in (site, other_site) for number in range(3)]
    (desk.folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    desk.sources({"urls": "urls.txt"})
    began = desk.clock.time
    desk.round()
    assert desk.clock.time - began < 2.1


def test_every_page_lies_in_the_archive(desk, site):
    """What was fetched can be read again from the archive alone, and the log of acts names its source."""
    site.pages["/1"] = article("هجوم", FIRST)
    desk.sources({"page": f"{site.url}/1"})
    desk.round()
    acts = [entry for entry in Archive(desk.archive).entries() if entry.act == "fetch"]
    assert [act.details["source"] for act in acts] == ["s0"]
    found = [one for one in read([desk.archive]) if hasattr(one, "text") and one.url == f"{site.url}/1"]
    assert json.dumps(desk.reports()[0]["id"]) == json.dumps(found[0].report_id)
