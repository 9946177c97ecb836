"""A movement is placed where it goes, when that is named."""

import pytest

from marsad.events.destination import destination


@pytest.mark.parametrize(
    ("text", "place", "goal"),
    [
        ("انسحب مسلحو التنظيم من بلدة القريتين نحو مدينة تدمر صباح اليوم.", "القريتين", "تدمر"),
        ("خرجت الحافلات من حي الوعر في حمص وتوجهت إلى جرابلس.", "حمص", "جرابلس"),
        ("دخل رتل عسكري من معبر باب السلامة باتجاه مارع.", "معبر باب السلامة", "مارع"),
        ("انسحب مسلحو التنظيم من بلدة القريتين نحو مدينة تدمر صباح اليوم.", "تدمر", None),
        ("انسحب مسلحو التنظيم من بلدة القريتين صباح اليوم.", "القريتين", None),
        ("خرج المقاتلون من القريتين إلى سوريا.", "القريتين", None),
        ("وصلت التعزيزات إلى القاعدة في مارع.", "مارع", None),
        ("نصب الجنود حاجزا في القريتين على الطريق المؤدي إلى تدمر.", "القريتين", None),
    ],
)
def test_where_a_movement_goes(see, text, place, goal):
    """Behind a word of going, the place that إلى or نحو leads into; a country takes no town's place."""
    seen = see(text)
    now = next(each for each in seen.context.annotations.places if each.name == place)
    found = destination(seen.context, seen.frames, now)
    assert (found.name if found else None) == goal
