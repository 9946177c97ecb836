PAGE = """<!DOCTYPE html><html><head><meta property="og:title" content="مرصد الوادي"></head><body class="tgme_webpage">
<div class="tgme_channel_info_header_title"><span dir="auto">مرصد الوادي</span></div>{posts}</body></html>"""

POST = """<div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap {classes}"
 data-post="alwadi/{number}"><div class="tgme_widget_message_bubble">
 <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name"><span>مرصد الوادي</span></a></div>
 {before}{text}
 <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
 <span class="tgme_widget_message_meta">{meta}<a class="tgme_widget_message_date" href="https://t.me/alwadi/{number}">
 <time datetime="2024-03-20T22:10:00+00:00" class="time">22:10</time></a></span></div></div></div></div>"""


def post(number, text, *, before="", meta="", classes=""):
    words = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return POST.format(number=number, text=words, before=before, meta=meta, classes=classes)


def page(*posts):
    return PAGE.format(posts="".join(posts))


def test_a_post_is_a_report(folder):
    """Its lines, bold words, links and emoji are read as they show; views and clock are none of its words."""
    text = (
        '<b>عاجل</b> <i class="emoji"><b>🔴</b></i><br/>قُتل <a href="?q=%23">#عنصران</a> قرب الجسر.<br><br>وأصيب ثالث.'
    )
    report = folder.one("wadi.html", page(post(57, text)))
    assert report.text == "عاجل 🔴\nقُتل #عنصران قرب الجسر.\n\nوأصيب ثالث."
    assert (report.report_id, report.url) == ("t.me/alwadi/57", "https://t.me/alwadi/57")
    assert (report.outlet, report.headline) == ("مرصد الوادي", "")
    assert report.published_at.isoformat() == "2024-03-20T22:10:00+00:00"
    assert report.published_on.isoformat() == "2024-03-20"


def test_forwards_replies_and_edits_are_kept(folder):
    """Whom a post was taken from and what it answers; the page gives no time of an edit."""
    forwarded = (
        '<div class="tgme_widget_message_forwarded_from">Forwarded from '
        '<a class="tgme_widget_message_forwarded_from_name" href="#"><span>شبكة الفرات</span></a></div>'
    )
    answered = (
        '<a class="tgme_widget_message_reply" href="https://t.me/alwadi/50?single">'
        '<div class="tgme_widget_message_text js-message_reply_text">كلام سابق</div></a>'
    )
    report = folder.one("wadi.html", page(post(58, "نص المنشور", before=forwarded + answered, meta="edited &nbsp;")))
    assert report.text == "نص المنشور"
    assert (report.forwarded_from, report.reply_to, report.edited) == ("شبكة الفرات", "t.me/alwadi/50", "unknown")


def test_posts_come_in_the_order_of_the_page(folder):
    """A page holds some twenty posts; each is a report, however many bulletins it tells."""
    folder.write("wadi.html", page(*(post(number, f"نص {number}") for number in range(1, 21))))
    reports, problems = folder.read()
    assert [report.text for report in reports] == [f"نص {number}" for number in range(1, 21)]
    assert problems == []


def test_service_messages_and_pictures_are_no_reports(folder):
    """They are named by their address and cost nothing."""
    folder.write("wadi.html", page(post(1, "تم إنشاء القناة", classes="service_message"), post(2, ""), post(3, "نص")))
    reports, problems = folder.read()
    assert ([report.report_id for report in reports], problems) == (["t.me/alwadi/3"], [])
    assert [error.part for error in folder.aside()] == ["post alwadi/1", "post alwadi/2"]


def test_a_post_without_a_date_costs_itself_only(folder):
    """A page that was cut up is named with the post; the others are read."""
    broken = post(1, "نص").replace("2024-03-20T22:10:00+00:00", "")
    folder.write("wadi.html", page(broken, post(2, "نص آخر")))
    reports, problems = folder.read()
    assert [report.text for report in reports] == ["نص آخر"]
    assert [problem.part for problem in problems] == ["post alwadi/1"]
