from datetime import date


def test_the_first_line_is_the_headline(folder):
    """Without a header, the first line is the headline and the rest is the text."""
    report = folder.one("خبر.txt", "مقتل عنصرين في ذيبان\n\nقُتل عنصران أمس.\nوأصيب ثالث.\n")
    assert report.headline == "مقتل عنصرين في ذيبان"
    assert report.text == "قُتل عنصران أمس.\nوأصيب ثالث."
    assert report.report_id == "خبر"


def test_a_header_in_english_is_read(folder):
    """title, date, outlet, url and id lines before the first blank line are fields."""
    text = "title: عنوان\ndate: 20 March 2024\noutlet: منصة\nurl: https://example.org/a:b\nid: x9\n\nالنص: هنا."
    report = folder.one("a.txt", text)
    assert (report.headline, report.published_on, report.outlet) == ("عنوان", date(2024, 3, 20), "منصة")
    assert (report.url, report.report_id, report.text) == ("https://example.org/a:b", "x9", "النص: هنا.")


def test_a_header_in_arabic_is_read(folder):
    """The same in Arabic, with an Arabic date."""
    report = folder.one("a.txt", "العنوان: هجوم على حاجز\nالتاريخ: ٢٠ آذار ٢٠٢٤\nالمصدر: منصة\n\nهاجم مسلحون حاجزاً.")
    assert (report.headline, report.published_on, report.outlet) == ("هجوم على حاجز", date(2024, 3, 20), "منصة")
    assert report.text == "هاجم مسلحون حاجزاً."


def test_a_colon_in_the_first_line_is_no_header(folder):
    """A headline with a colon is a headline."""
    report = folder.one("a.txt", "درعا: مقتل شاب\n\nقُتل شاب برصاص مجهولين.")
    assert report.headline == "درعا: مقتل شاب"


def test_a_single_line_is_text(folder):
    """A bulletin of one line has no headline."""
    report = folder.one("a.txt", "قُتل شاب برصاص مجهولين في درعا.")
    assert (report.headline, report.text) == ("", "قُتل شاب برصاص مجهولين في درعا.")


def test_a_long_first_line_is_text(folder):
    """A whole paragraph at the top is no headline."""
    first = "قُتل شاب برصاص مجهولين في ريف درعا الشرقي. " * 8
    report = folder.one("a.txt", f"{first}\nوأصيب آخر.")
    assert report.headline == ""
    assert report.text.startswith("قُتل شاب")


def test_a_header_without_text_is_a_problem(folder):
    """A header alone is no report."""
    assert "no text" in folder.problem("a.txt", "title: عنوان\ndate: 2024-03-20\n\n").problem


def test_a_header_date_that_is_none_is_a_problem(folder):
    """A date that cannot be read is named, since every day of the report hangs on it."""
    assert "'last week'" in folder.problem("a.txt", "title: ع\ndate: last week\n\nنص").problem


def test_windows_line_ends_become_line_feeds(folder):
    """CRLF files read as LF files do."""
    report = folder.one("a.txt", "عنوان\r\n\r\nسطر أول\r\nسطر ثان\r\n")
    assert (report.headline, report.text) == ("عنوان", "سطر أول\nسطر ثان")


def test_an_empty_file_is_a_problem(folder):
    """Nothing, or white space alone, is named as an empty file."""
    assert "empty" in folder.problem("a.txt", "").problem
    assert "empty" in folder.problem("b.txt", " \n\n ").problem


def test_binary_files_are_refused(folder):
    """A program or a database renamed to .txt is no text."""
    assert "NUL bytes" in folder.problem("a.txt", b"\x7fELF\x02\x01\x00\x00" * 9).problem
    assert "a store" in folder.problem("b.txt", b"SQLite format 3\x00" * 9).problem
