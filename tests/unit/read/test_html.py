from datetime import date

import pytest

SENTENCE = "قُتل عنصران من داعش بانفجار لغم في بلدة ذيبان بريف دير الزور الشرقي."
PARAGRAPHS = [
    SENTENCE,
    "وقال مصدر محلي لمراسلنا إن الانفجار وقع قرب مدرسة البلدة صباح اليوم، وأسفر عن أضرار مادية.",
    "وأضاف المصدر أن دورية وصلت إلى المكان ونقلت الجثتين إلى مشفى قريب وسط استنفار في المنطقة.",
]


def page(body, head="", title="مقتل عنصرين في ذيبان"):
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title} | منصة الفرات</title>{head}</head>
<body><header><nav><a href="/">الرئيسية</a> <a href="/n">أخبار</a></nav></header>
<main>{body}
<div class="related-posts"><h3>مواضيع ذات صلة</h3><a href="/1">غارات جوية على ريف إدلب توقع قتلى</a></div></main>
<footer>جميع الحقوق محفوظة لمنصة الفرات 2025</footer></body></html>"""


def article(lines, extra=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<article><h1>مقتل عنصرين في ذيبان</h1><div class="share">شارك على فيسبوك تويتر واتساب</div>'
        f"{paragraphs}{extra}</article>"
    )


def test_a_bulletin_of_one_sentence_is_read_alone(folder):
    """Share lines, related headlines and menus stay out of a page with one sentence of text."""
    report = folder.one("a.html", page(article([SENTENCE])))
    assert report.text == SENTENCE
    assert report.headline == "مقتل عنصرين في ذيبان"


def test_a_whole_article_is_read(folder):
    """Every paragraph is kept, in order."""
    assert folder.one("a.html", page(article(PARAGRAPHS))).text == "\n".join(PARAGRAPHS)


LAYOUTS = {
    "content division": '<div class="post"><h1>{t}</h1><span class="posted-on">20 مارس 2024</span>'
    '<div class="entry-content">{p}<div class="sharedaddy">شارك هذا الموضوع</div></div></div>'
    '<div id="comments"><p>الله يرحمهم جميعاً ويصبر أهلهم على هذا المصاب الكبير</p></div>',
    "table": '<table><tr><td><a href="/">الرئيسية</a><br>إعلانات</td><td><b>{t}</b><br>الأربعاء 20 آذار 2024'
    '<br>{b}</td><td><a href="/2">مقتل خمسة جنود في هجوم على حاجز قرب مدينة تدمر</a></td></tr></table>',
    "line breaks": '<h3 class="post-title">{t}</h3><h2 class="date-header">20 مارس 2024</h2>'
    '<div class="post-body">{b}</div><div class="post-footer">الأقسام: سوريا</div>',
    "cards": '<article class="main"><h1>{t}</h1><time datetime="2024-03-20">أمس</time>{p}</article><section>'
    '<article class="card"><h3>غارات على ريف إدلب</h3><p>قتل ثلاثة مدنيين في غارات على الريف الجنوبي.</p></article>'
    "<article class='card'><h3>انفجار في عفرين</h3></article></section>",
    "nameless divisions": '<div class="css-1"><h1>{t}</h1><div>نشر في 20/03/2024</div><div class="css-2">{p}</div>'
    '<div class="css-3"><a href="/3">غارات على ريف إدلب توقع قتلى وجرحى بين المدنيين</a></div></div>',
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lines", [[SENTENCE], PARAGRAPHS], ids=["bulletin", "article"])
def test_layouts_of_many_kinds_are_read(folder, layout, lines):
    """Headline, day and text are told from menus, cards, comments and share lines, however a page is built."""
    body = LAYOUTS[layout].format(
        t="مقتل عنصرين في ذيبان", p="".join(f"<p>{line}</p>" for line in lines), b="<br><br>".join(lines)
    )
    report = folder.one("a.html", page(body))
    assert report.headline == "مقتل عنصرين في ذيبان"
    assert report.text == "\n".join(lines)
    assert report.published_on == date(2024, 3, 20)


def test_line_feeds_of_the_markup_are_spaces(folder):
    """A paragraph that its source wraps is one line."""
    wrapped = SENTENCE.replace(" في ", "\n   في ")
    assert folder.one("a.html", page(article([wrapped]))).text == SENTENCE


def test_deep_nesting_is_no_crash(folder):
    """A hundred thousand open elements end as a report or as a problem."""
    folder.write("a.html", "<div>" * 100_000 + SENTENCE)
    reports, problems = folder.read()
    assert len(reports) + len(problems) == 1


def test_a_page_without_article_element_is_read(folder):
    """Old pages of nested divisions are left to trafilatura."""
    body = f"<div><h1>مقتل عنصرين في ذيبان</h1>{''.join(f'<p>{line}</p>' for line in PARAGRAPHS)}</div>"
    text = folder.one("a.html", page(body)).text
    for line in PARAGRAPHS:
        assert line in text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-20T10:00:00+03:00">',
        '<meta name="pubdate" content="20/03/2024">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-20"}]}</script>',
    ],
)
def test_the_day_is_read_from_the_head(folder, head):
    """The page's own fields are believed first."""
    assert folder.one("a.html", page(article(PARAGRAPHS), head)).published_on == date(2024, 3, 20)


@pytest.mark.parametrize(
    "dateline",
    [
        '<span class="post-date">الأربعاء 20 آذار 2024</span>',
        "<div>الأربعاء 20 آذار 2024</div>",
        '<time datetime="2024-03-20">قبل يومين</time>',
    ],
)
def test_the_day_is_read_from_the_dateline(folder, dateline):
    """An Arabic dateline is read as it stands, and never becomes a 1 January."""
    assert folder.one("a.html", page(dateline + article(PARAGRAPHS))).published_on == date(2024, 3, 20)


def test_no_day_is_made_up(folder):
    """A page that names no day has none, though its footer names a year."""
    assert folder.one("a.html", page(article(PARAGRAPHS))).published_on is None


def test_outlet_and_address_are_read(folder):
    """og:site_name and the canonical link say where the page came from."""
    head = '<meta property="og:site_name" content="منصة الفرات"><link rel="canonical" href="https://example.org/7">'
    report = folder.one("a.html", page(article(PARAGRAPHS), head))
    assert (report.outlet, report.url) == ("منصة الفرات", "https://example.org/7")


@pytest.mark.parametrize(
    "publisher", ['{"@type": "Organization", "name": "منصة الفرات"}', '[{"name": "منصة الفرات"}]', '"منصة الفرات"']
)
def test_the_outlet_is_the_publisher_that_linked_data_name(folder, publisher):
    """A page without og:site_name whose linked data name a publisher has it for an outlet."""
    data = f'{{"@type": "NewsArticle", "datePublished": "2024-03-20", "publisher": {publisher}}}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert folder.one("a.html", page(article(PARAGRAPHS), head)).outlet == "منصة الفرات"


def test_windows_1256_pages_are_read(folder):
    """A page in the old encoding is read by its letters or by what it declares."""
    markup = page(article(PARAGRAPHS)).replace("utf-8", "windows-1256").replace("ُ", "")
    assert "قتل عنصران من داعش" in folder.one("a.html", markup.encode("cp1256")).text


def test_unclosed_and_crossing_elements_are_read(folder):
    """Broken markup costs no text."""
    soup = f"<html><body><b><article><p>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</b><i></article><div></p></span>"
    text = folder.one("a.html", soup).text
    assert PARAGRAPHS[0] in text
    assert PARAGRAPHS[1] in text


@pytest.mark.parametrize("markup", ["<html></html>", "<<<>>>", "<html><body><script>var a = 1;</script></body></html>"])
def test_a_page_without_text_is_a_problem(folder, markup):
    """A page of scripts alone, or of brackets, is named with a remedy."""
    assert "no text" in folder.problem("a.html", markup).problem
