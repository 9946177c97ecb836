import pytest

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>شبكة الوادي</title><link>https://wadi.example/</link>{items}</channel></rss>"""

WHOLE = """<item><title>هجوم على حاجز</title><link>https://wadi.example/1</link><guid>wadi-1</guid>
<pubDate>Wed, 20 Mar 2024 23:30:00 +0300</pubDate><description>هجوم على حاجز ...</description>
<content:encoded><![CDATA[<p>قُتل عنصران في هجوم على حاجز.</p><p>وأصيب ثالث.</p>]]></content:encoded></item>"""

TEASER = """<item><title>قصف على السوق</title><link>https://wadi.example/2</link>
<pubDate>الخميس 21 آذار 2024</pubDate><description>قصفت المدفعية السوق &amp;amp; الحي ...</description></item>"""


def test_an_entry_with_content_is_a_whole_report(folder):
    """Paragraphs are lines; the day is that of the outlet's own clock."""
    report = folder.one("wadi.xml", RSS.format(items=WHOLE))
    assert (report.report_id, report.headline, report.url) == ("wadi-1", "هجوم على حاجز", "https://wadi.example/1")
    assert report.text == "قُتل عنصران في هجوم على حاجز.\nوأصيب ثالث."
    assert (report.outlet, report.extent) == ("شبكة الوادي", "whole")
    assert report.published_on.isoformat() == "2024-03-20"
    assert report.published_at.isoformat() == "2024-03-20T23:30:00+03:00"


def test_an_entry_with_a_summary_says_so(folder):
    """A teaser is read, and marked as one; without an id, its address is its id. Days in Arabic are read."""
    report = folder.one("wadi.xml", RSS.format(items=TEASER))
    assert (report.report_id, report.extent) == ("https://wadi.example/2", "summary")
    assert report.text == "قصفت المدفعية السوق & الحي ..."
    assert report.published_on.isoformat() == "2024-03-21"


def test_atom_is_read(folder):
    """Published and updated are told apart."""
    report = folder.one(
        "wadi.atom",
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>مرصد</title><entry><id>urn:x:1</id><title>خبر</title>
        <link href="https://wadi.example/3"/><published>2024-03-20T10:00:00Z</published>
        <updated>2024-03-21T08:00:00Z</updated>
        <content type="html">&lt;p&gt;اعتُقل شاب.&lt;/p&gt;</content></entry></feed>""",
    )
    assert (report.report_id, report.text, report.extent) == ("urn:x:1", "اعتُقل شاب.", "whole")
    assert (report.published_on.isoformat(), report.edited) == ("2024-03-20", "2024-03-21T08:00:00Z")


@pytest.mark.parametrize("name", ["feed.html", "feed.xml", "feed"])
def test_a_feed_is_told_by_its_content(folder, name):
    """A feed saved as a page, or under no known name, is still a feed."""
    assert folder.one(name, RSS.format(items=WHOLE)).report_id == "wadi-1"


def test_entries_without_text_are_told(folder):
    """The problem names the entry, and the page to fetch; the others are read."""
    bare = "<item><link>https://wadi.example/9</link></item>"
    folder.write("wadi.xml", RSS.format(items=bare + WHOLE))
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["wadi-1"]
    assert (problems[0].part, "https://wadi.example/9" in problems[0].remedy) == ("entry 1", True)


def test_a_title_alone_is_a_summary(folder):
    """Some feeds give headlines only; the words are read, and said not to be all."""
    report = folder.one("wadi.xml", RSS.format(items="<item><title>مقتل شخص في القصف</title><guid>g</guid></item>"))
    assert (report.headline, report.text, report.extent) == ("", "مقتل شخص في القصف", "summary")


def test_broken_xml_is_read_as_far_as_it_goes(folder):
    """What can be read is, and the line of the break is named, since entries may be missing."""
    folder.write("wadi.xml", RSS.format(items=WHOLE + TEASER).replace("</channel></rss>", "<item><title>مقطوع"))
    reports, problems = folder.read()
    assert [report.report_id for report in reports][:2] == ["wadi-1", "https://wadi.example/2"]
    assert any(problem.line for problem in problems)


def test_old_encodings_are_read(folder):
    """Feeds of old outlets are in windows-1256 and say so."""
    content = RSS.format(items=WHOLE).replace('encoding="utf-8"', 'encoding="windows-1256"').encode("cp1256")
    assert folder.one("wadi.xml", content).headline == "هجوم على حاجز"


def test_entities_are_refused(folder):
    """A feed that declares entities could swell without end, or name files of this machine."""
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "نص"><!ENTITY b "&a;&a;">]>' + RSS[38:]
    assert "entities" in folder.problem("wadi.xml", bomb.format(items=WHOLE)).problem


def test_other_xml_is_no_feed(folder):
    """A sitemap is refused with a remedy, and not read as a page."""
    error = folder.problem(
        "sitemap.xml", '<?xml version="1.0"?><urlset><url><loc>https://x.example</loc></url></urlset>'
    )
    assert "no RSS" in error.problem
