"""What kind of person a name belongs to."""

import pytest

from marsad.redact import kinds
from marsad.redact.kinds import strongest
from marsad.redact.mention import Mention


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل الشاب قصي الزعبي برصاص مجهولين", "victim"),
        ("اعتقلت الدورية المواطن قصي الزعبي من منزله", "detainee"),
        ("قال قصي الزعبي إن الطريق مغلق", "witness"),
        ("قال والد الضحية، وشقيقه محمود الزعبي كان معه", "relative"),
        ("أصيب الطفل قصي الزعبي بشظية", "minor"),
        ("أصيب قصي الزعبي (16 عاماً) بشظية", "minor"),
        ("كتب قصي الزعبي على صفحته", "poster"),
    ],
)
def test_kind(removed, text, kind):
    """Announcements, ages and what became of people tell the kind."""
    assert removed(text) == [(removed(text)[0][0], kind)]


def test_the_strongest_kind_holds():
    """A minor stays one when called a victim elsewhere."""
    assert strongest(["victim", "minor", "other"]) == "minor"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("استشهاد الأسير قصي الزعبي في السجن", ["victim"]),
        ("اعتقلت قوات الاحتلال قصي الزعبي ونجله همام", ["detainee", "detainee"]),
        ("أصيب قصي الزعبي. وقال شقيقه فراس إن الجرح بسيط", ["victim", "relative"]),
        ("قالت إن والدها قصي الزعبي محتجز منذ سنة", ["detainee"]),
        ("ناشدت خلود الزعبي، زوجة المعتقل، المنظمات", ["relative"]),
        ("وثّق فريقنا شهادة قصي الزعبي في البلدة", ["witness"]),
        ("كتب المراسل قصي الزعبي على صفحته", ["poster"]),
        ("عُثر على قصي الزعبي، وهو طفل من البلدة", ["minor"]),
        ("انتُشل قصي الزعبي من تحت الأنقاض", ["victim"]),
    ],
)
def test_kinds_told_around(removed, text, kinds):
    """Death outdoes detention, kin share the act they are named in, and heard, writing and young people are told."""
    assert [kind for _, kind in removed(text)] == kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("طفلة اسمها ريماس لا تزال هناك", "ريماس", "minor"),
        ("أصيب الطفلان الشقيقان ربيع وغيث في الحقل", "ربيع", "minor"),
        ("حفيدي ربيع، عمره تسع سنين، يبيع الخبز", "ربيع", "minor"),
        ("أصيب غيث وهو في الصف الرابع", "غيث", "minor"),
        ("ومن بينهم هناء درويش التي قالت إن زوجها اختفى", "هناء درويش", "witness"),
        ("استمعت المحكمة إلى الشاهد خالد الزعبي", "خالد الزعبي", "witness"),
        ("انتقلت إلى رحمة الله هند الزعبي، والدة كل من ربيع وسليم", "ربيع", "relative"),
        ("أسماء الضحايا: خالد الزعبي وزوجته هناء درويش", "هناء درويش", "victim"),
        ("والضحايا هم: خالد الزعبي (47 عاماً)، وزوجته هناء درويش (41 عاماً)", "هناء درويش", "victim"),
        ("شيعت البلدة قتلى الغارة، ومنهم الأخوان خالد وربيع الزعبي", "خالد", "victim"),
        ("أصيب ثلاثة. وقال الدكتور خالد الزعبي إن الحالات حرجة", "خالد الزعبي", "witness"),
        ("وثقت اعتقال خالد الزعبي. والدته هند بكت", "هند", "relative"),
        ("روى أبو ربيع، وهو سائق، ما حدث", "أبو ربيع", "witness"),
    ],
)
def test_kinds_told_by_the_clause(removed, text, name, kind):
    """Who is called, whose kin, how old, and who says are told by the words beside a name."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # one whose words are told is a witness wherever a fate stands near
        ("قُتل أربعة في السوق. مر سليم القاسم من هناك ليلاً. وقال سليم إن الرصاص لم يتوقف", "سليم القاسم", "witness"),
        # and one who is hit stays a victim
        ("أصيب سليم القاسم أمس. وقال سليم إن الدم لم يتوقف", "سليم القاسم", "victim"),
        ("قُتلت هند على يد سليم القاسم", "سليم القاسم", "detainee"),
        ("أقدم شاب يدعى سليم القاسم على قتل جاره", "سليم القاسم", "detainee"),
        ("ادعى القاضي على الموقوف سليم القاسم بتهمة قتل جاره", "سليم القاسم", "detainee"),
        ("توفي الموقوف سليم القاسم في السجن", "سليم القاسم", "victim"),
        ("قُتل رجل أمس. وحضر الجلسة المحامي سليم القاسم", "سليم القاسم", "other"),
        ("اعتقلت الدورية في المدينة المحامي سليم القاسم", "سليم القاسم", "detainee"),
        ("أصيب ثلاثة. للتبرع بالدم كلموا سليم القاسم", "سليم القاسم", "other"),
        ("لم يبق غير قصي الزعبي وجاره سليم، وعمره أربع عشرة سنة", "سليم", "minor"),
        ("استشهد قصي الزعبي، هند الزعبي، الرضيعة ليلى", "هند الزعبي", "victim"),
    ],
)
def test_what_stands_beside_a_name_outdoes_what_is_near(removed, text, name, kind):
    """Words beside a name tell its kind; those of other sentences only where none does."""
    assert (name, kind) in removed(text)


_ASKED = (
    "- كم بقيت؟\nأدهم: سبع سنوات وشهرين في غرفة واحدة.\n- من كان معك؟\n"
    "أدهم: كان معي رجال من حماة.\n- ومتى خرجت؟\nأدهم: في الشتاء."
)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (_ASKED, "أدهم", "witness"),
        ("وقال د. نعيم الزعبي، طبيب الطوارئ، إن الإصابات كثيرة", "نعيم الزعبي", "witness"),
        ("جرح ابنه حمودة ذو العشر سنوات", "حمودة", "minor"),
        ("قُتلت زوجته دعاء. وأطفالهما: قصي 12، تالا 9.", "تالا", "minor"),
        ("وصل إلى البلدة قصي الزعبي 12، تالا 9.", "قصي الزعبي", "other"),
        ("وأوقفت الشرطة العريس حازم الزعبي", "حازم الزعبي", "detainee"),
        ("وقُتل العريس حازم الزعبي", "حازم الزعبي", "victim"),
        ("ونجت الجدة أم بكري التي انتشلت من تحت الركام", "أم بكري", "victim"),
        ("وبحثوا عن ابنها محمد خير الذي اعتقل على الحاجز", "محمد خير", "detainee"),
        ("بدأت محاكمة قصي الزعبي أمس", "قصي الزعبي", "detainee"),
        ("1- هبة الزعبي – 36\n2- ليان الزعبي – 7\n3- عمر الزعبي – 41", "ليان الزعبي", "minor"),
        ("وفي البيت إيلين، ثلاث سنوات، وأمها", "إيلين", "minor"),
        ("قُتلت هبة الزعبي برصاص زوجها قصي في البلدة", "قصي", "detainee"),
        ("وفُقد ابن عمه قصي الزعبي في البحر", "قصي الزعبي", "detainee"),
        ("لقيت أسرة حتفها بانفجار لغم في مديرية حيس: الأب درويش، والأم جمعة", "درويش", "victim"),
    ],
)
def test_kinds_of_talks_children_and_clauses(removed, text, name, kind):
    """Who answers a question is a witness; a clause tells what became of kin; a small number in a row is an age."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # whom one killed, whatever is told of the one who did it
        ("حكمت المحكمة على سليم القاسم بالسجن بعد إدانته بقتل جارته هند الزعبي", "هند الزعبي", "victim"),
        ("أوقفت الشرطة قاتل تاجر السيارات سليم القاسم", "سليم القاسم", "victim"),
        ("حكمت المحكمة بالسجن على سليم القاسم بتهمة التهريب", "سليم القاسم", "detainee"),
        # whose children are told
        ("أصيب الطفلان قصي وربيع ابنا سليم القاسم بشظايا", "سليم القاسم", "relative"),
        ("أصيب الطفلان قصي وربيع قرب سليم القاسم", "سليم القاسم", "victim"),
        # two children, and years
        ("قُتل سليم القاسم، وكان أباً لطفلتين: هند وليلى", "هند", "minor"),
        ("قُتل سليم القاسم، وكان أباً لطفلتين: هند وليلى", "ليلى", "minor"),
        ("قُتل سليم القاسم وشقيقان: قصي وليلى", "ليلى", "victim"),
        ("قُتلت هند القاسم ذات الأعوام الستة", "هند القاسم", "minor"),
        ("قُتلت هند القاسم ذات الأعوام الستين", "هند القاسم", "victim"),
        # who lives on
        ("قُتل ثلاثة في القرية قبل عام. وفي خيمة قريبة تسكن هند القاسم", "هند القاسم", "witness"),
        ("قُتل ثلاثة في القرية قبل عام. وفي خيمة قريبة ماتت هند القاسم", "هند القاسم", "victim"),
        # who is only named, two sentences from any fate
        ("قُتل ثلاثة في القرية. هطل المطر. وصل الطبيب سليم القاسم", "سليم القاسم", "other"),
        ("قُتل ثلاثة في القرية. ومنهم الطبيب سليم القاسم", "سليم القاسم", "victim"),
        # who lost others
        ("فقدت هند القاسم زوجها وأخاها في القصف", "هند القاسم", "witness"),
        ("وحضرت هند القاسم التي فقدت ثلاثة من أبنائها في القصف", "هند القاسم", "witness"),
        ("وحضرت هند القاسم التي فقدت ساقها في القصف", "هند القاسم", "victim"),
        # death outdoes a prison told before
        ("وكان رفيقه في الزنزانة سليم القاسم الذي توفي تحت التعذيب شاعراً", "سليم القاسم", "victim"),
        ("أصيبت طفلتان هما هند القاسم وليلى درويش", "هند القاسم", "minor"),
        ("أصيبت امرأتان هما هند القاسم وليلى درويش", "هند القاسم", "victim"),
        ("خرجت هند القاسم تجمع الحطب فانفجر بها لغم", "هند القاسم", "victim"),
        # who writes, and who was hit and is called one of several
        ("وكتبت شقيقته هند على صفحتها: عد إلينا", "هند", "poster"),
        ("اعتُقل قصي. عن العائلة: سليم القاسم", "سليم القاسم", "poster"),
        ("اعتُقل قصي. من العائلة: سليم القاسم", "سليم القاسم", "detainee"),
        ("تكتب هند القاسم من الخيمة: مات جارنا", "هند القاسم", "poster"),
        ("وقالت إحدى جاراتها، هند: كنا نياماً", "هند", "witness"),
    ],
)
def test_kinds_of_the_killed_the_young_and_those_who_live_on(removed, text, name, kind):
    """Words before a name that tell its kind, each with one that looks alike and does not."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # who died of age or illness, and who was killed
        ("ننعى إليكم وفاة الأستاذ سليم القاسم عن عمر ناهز 81 عاماً", "سليم القاسم", "other"),
        ("توفي الناشط سليم القاسم بعد صراع مع المرض", "سليم القاسم", "other"),
        ("توفي الناشط سليم القاسم متأثراً بجراحه عن عمر ناهز 31 عاماً", "سليم القاسم", "victim"),
        ("توفي الناشط سليم القاسم. وأصيبت والدته بأزمة قلبية", "سليم القاسم", "victim"),
        # who is told to have killed, and who is told to have died
        ("ألقت الشرطة القبض على المتهم سليم القاسم بعد أن قتل زوجته", "سليم القاسم", "detainee"),
        ("ألقت الشرطة القبض على المتهم سليم القاسم ثم قتل في السجن", "سليم القاسم", "victim"),
        # a death sentence is none that was carried out
        ("أصدرت المحكمة حكماً بإعدام سليم القاسم بتهمة التخابر", "سليم القاسم", "detainee"),
        ("أقدم المسلحون على إعدام سليم القاسم في الساحة", "سليم القاسم", "victim"),
        # who tells the name, and who is asked behind another dash
        ("اسمي هند القاسم، من القرية. قتلوا جارنا", "هند القاسم", "witness"),
        (
            "ـ متى خرجتم؟\nريماس: في الربيع.\nـ ومن بقي؟\nريماس: لم يبق أحد.\nـ ومتى تعودون؟\nريماس: لا نعرف.",
            "ريماس",
            "witness",
        ),
        # families
        ("استشهد أربعة من عائلة القاسم، ومنهم سليم القاسم", "القاسم", "relative"),
        ("اختلفت عائلتا القاسم والشاهين على خلفية مقتل سليم القاسم", "الشاهين", "relative"),
        # who heads a text
        ("هند القاسم - الرقة\nفي الساحة قُتل ثلاثة رجال أمام الناس ولم يقترب أحد", "هند القاسم", "poster"),
        ("هند القاسم - الرقة\nسليم الزعبي - حلب\nقُتلوا أمس", "هند القاسم", "victim"),
        # kin of a victim told before
        ("قُتل قصي الزعبي. وقال والد الضحية سليم إنه خرج باكراً", "سليم", "relative"),
        ("قُتل قصي الزعبي. وقال والد الضحية قصي إنه خرج باكراً", "قصي", "victim"),
        ("دُفن قصي الزعبي، وهو والد الشهيدين سليم وربيع", "سليم", "victim"),
        ("قُتلت هند القاسم بتحريض من خالها سليم", "سليم", "detainee"),
    ],
)
def test_kinds_of_the_late_the_sentenced_and_those_who_tell(removed, text, name, kind):
    """A peaceful death, a sentence, a byline and a victim's kin, each with one that looks alike."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أفاد مراسلنا سليم القاسم من درعا أن لغماً انفجر", "سليم القاسم", "poster"),
        ("مراسلنا: إصابة سليم القاسم بطلق طائش", "سليم القاسم", "victim"),
        ("قُتل قصي الزعبي أمس، وهو متزوج من المعلمة هند القاسم", "هند القاسم", "relative"),
        ("قُتل قصي الزعبي أمس، وهو متزوج. ومن القتلى المعلمة هند القاسم", "هند القاسم", "victim"),
        ("قال شهود إن جندياً يدعى سليم القاسم أصيب في الاشتباك", "سليم القاسم", "victim"),
        ("تحدثت اللاجئة هند القاسم عن سنوات الحصار: مات جارنا", "هند القاسم", "witness"),
        ("أدلت العاملة هند القاسم بشهادتها أمام القاضي بعد مقتل جارها", "هند القاسم", "witness"),
        ("قُتل ستة من أقارب قصي الزعبي في القصف، من بينهم ابنه سليم", "سليم", "victim"),
        ("قُتل ستة. ويسكن البيت تسعة، من بينهم ابنه سليم", "سليم", "relative"),
    ],
)
def test_kinds_of_reporters_spouses_and_one_of_several(removed, text, name, kind):
    """Our reporter writes, who is married is kin, and one of those told before shares what became of them."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("عرفنا العم صالح الجاسم في الحي", "صالح الجاسم", "other"),
        ("عرفنا عمه صالح الجاسم في الحي", "صالح الجاسم", "relative"),
        ("قُتل عمي صالح الجاسم في القصف", "صالح الجاسم", "victim"),
        ("أصيبت الأخت هند الزعبي في القصف", "هند الزعبي", "victim"),
        ("قُتل سليم الزعبي. كان أباً لست بنات، أكبرهن هند.", "هند", "relative"),
        ("قُتل الرجل. وشهد ضده قصي الزعبي، صاحب دكان", "قصي الزعبي", "witness"),
        ("قُتل الرجل. وشهدت ضدهم هند الزعبي", "هند الزعبي", "witness"),
        ("ومات والد الأسير قصي. والد الأسير قصي توفي في الغربة", "قصي", "detainee"),
        ("توفي الأسير قصي الزعبي في السجن", "قصي الزعبي", "victim"),
        ("أصيب أواب. وقالت خطيبة أواب، تسنيم، في رسالة إن الزفاف تأجل", "تسنيم", "relative"),
        ("توفي زوجي الهادي بنوبة قلبية وأنا أنقل الأثاث", "الهادي", "relative"),
        ("قُتل زوجي الهادي بقذيفة وأنا أنقل الأثاث", "الهادي", "victim"),
        ("أدين الرجل وبرأت المحكمة شريكه ماهر الزعبي", "ماهر الزعبي", "detainee"),
        ("في الحي يفتح قصي الزعبي كل صباح دكانه", "قصي الزعبي", "witness"),
        ("قُتل فيها قصي الزعبي كل صباح", "قصي الزعبي", "victim"),
    ],
)
def test_what_stands_around_a_name(removed, text, name, kind):
    """Polite words are no kinship, who testifies is a witness, what befell kin did not befall the one they are of."""
    assert (name, kind) in removed(text)


def test_every_case_has_a_name_of_its_own():
    """A case that told a kind can be found by its name."""
    named = [case.name for case in (*kinds.BESIDE_A_NAME, *kinds.NEAR_A_NAME)]
    assert len(set(named)) == len(named)


def test_a_kind_says_which_case_told_it_and_from_how_far(tokens):
    """Words beside a name tell more surely than those of other sentences."""
    read = tokens("قُتل قصي. هند في البيت")
    beside = kinds.kind_of(Mention(read, read.words.index("قصي"), 2, None))
    around = kinds.kind_of(Mention(read, read.words.index("هند"), 3, None))
    assert (beside.kind, beside.beside) == ("victim", True)
    assert (around.case, around.beside) == ("told around", False)
