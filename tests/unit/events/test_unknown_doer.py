"""Acts of which a report says that nobody knows who did them."""

import pytest

from marsad.events.choose import Choice
from marsad.events.unknown_doer import done_by_nobody_known

BEFORE = "اعتقلت الأسايش خلية لتنظيم داعش في المخيم أمس.\n"


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("وعُثر اليوم على جثة لاجئ داخل خيمته دون معرفة القاتل.", True),
        ("وانفجرت عبوة ناسفة في السوق، ولم تتبن أي جهة التفجير.", True),
        ("وعُثر اليوم على جثة لاجئ، ولا تزال الجهة التي تقف خلف مقتله مجهولة.", True),
        ("وخطفوا سائقاً من أمام الفرن وما حدا بيعرف مين.", True),
        ("وعُثر اليوم على جثة لاجئ داخل خيمته.", False),
        ("واقتيد شاب إلى جهة مجهولة.", False),
    ],
)
def test_whoever_was_named_before_did_not_do_it(see, text: str, nobody: bool) -> None:
    """Only words that say so leave nobody; a way to nowhere known says nothing of who acted."""
    seen = see(BEFORE + text)
    mention = next(actor for actor in seen.context.annotations.actors if actor.code == "is")
    frames = [frame for frame in seen.frames if frame.sentence > 0]
    assert done_by_nobody_known(seen.context, frames, Choice("is", mention, 0.7)) is nobody


def test_one_named_in_the_same_words_stays(see) -> None:
    """A suspicion told with the act outweighs that nobody took it upon himself."""
    seen = see("قُتل حارس برصاص مسلحين يعتقد أنهم من تنظيم داعش، ولم تتبن أي جهة الهجوم.")
    mention = next(actor for actor in seen.context.annotations.actors if actor.code == "is")
    assert not done_by_nobody_known(seen.context, list(seen.frames), Choice("is", mention, 0.7))
