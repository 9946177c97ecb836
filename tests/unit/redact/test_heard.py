"""Whose words a report tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قُتل رجل أمام الفرن. وذكر صاحب محل مجاور، سليم كورية، أنه سمع طلقتين", "سليم كورية", "witness"),
        ("أصيب ثلاثة، وبرّأ المتهم شاهدان هما سليم القاسم وفراس الزعبي", "سليم القاسم", "witness"),
        ("قُتل رجل. وأفاد الجيران، ومنهم سليم القاسم، بأن الباب كُسر", "سليم القاسم", "witness"),
        ("ماتت عائلته تحت الركام. يرمم سليم القاسم الجدار وحده. يقول إن الحجر لا ينطق", "سليم القاسم", "witness"),
        ("بدأت محاكمة القاتل. أما محامي الدفاع سليم القاسم فأعلن أنه سيستأنف", "سليم القاسم", "witness"),
        ("قُتل قصي الزعبي. وقال شقيق قصي، ويدعى سليم، إنه عرفه", "سليم", "relative"),
    ],
)
def test_heard(removed, text, name, kind):
    """A verb before somebody untold and "that" behind the name, witnesses, and a later verb tell who speaks."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أعلنت القيادة سجل المقاتلة هند القاسم التي استشهدت في الجبهة", "هند القاسم", "victim"),
        ("قالت هند لطبيب السفينة سليم القاسم إن الماء نفد", "هند", "witness"),
        ("أفاد الناشط قصي الزعبي بمقتل سليم القاسم على الطريق", "سليم القاسم", "victim"),
    ],
)
def test_not_heard(removed, text, name, kind):
    """Of whom something is said is told by what became of them."""
    assert (name, kind) in removed(text)
