"""Whose kin a name is of, and what became of them."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # who is told behind "the wife of" is not the wife
        ("قُتل قصي الزعبي برصاصة. وقالت زوجة قصي إنه خرج باكراً", "قصي", "victim"),
        ("اعتُقل قصي الزعبي في الحقل. وينتظر شقيق قصي أمام الفرع", "قصي", "detainee"),
        # kin who speak, or who receive those who mourn, are left behind
        ("اعتُقل قصي الزعبي. وناشدت والدته هند وزارة العدل الإفراج عنه", "هند", "relative"),
        ("استشهد قصي الزعبي، والعزاء في بيت عمه سليم", "سليم", "relative"),
        ("فُقد قصي الزعبي، ومن يعرف شيئاً فليتصل بأخيه سليم", "سليم", "relative"),
        ("قُتل فراس القاسم، وهو والد كل من قصي والمهندس سليم وهند", "سليم", "relative"),
        ("نعت العائلة هند الزعبي أرملة المرحوم سليم القاسم", "سليم القاسم", "relative"),
        # kin who are mourned, looked for, or were with somebody who was hit
        ("فقدت هند ابنها سليم في القصف", "سليم", "victim"),
        ("وقفت هند تحمل صورة والدها سليم", "سليم", "detainee"),
        ("تبحث هند منذ عام عن خبر، وتسأل عن أخيها سليم", "سليم", "detainee"),
        ("مات قصي الزعبي تحت الركام ليلاً مع ابنتيه هند وليلى", "هند", "victim"),
        ("قُتلت أسرة الصيدلي قصي الزعبي: زوجته هند وحماته ليلى", "هند", "victim"),
        ("اعتقل الجيش قصي الزعبي ونجل شقيقه سليم", "سليم", "detainee"),
        ("والضحايا هم: قصي الزعبي (47 عاماً)، زوجته هند، وليلى القاسم", "هند", "victim"),
        # kin told behind the name, also of who is quoted
        ("قُتل قصي الزعبي. وقالت هند القاسم، شقيقة القتيل، إنه خرج باكراً", "هند القاسم", "relative"),
        ("قُتل قصي الزعبي. وقالت هند القاسم، وهي والدة القتيل، إنه خرج باكراً", "هند القاسم", "relative"),
        ("سقطت طفلة في حفرة ووفاتها مؤكدة، والأب سليم يطالب بالتحقيق", "سليم", "relative"),
        # kin to whom something goes, and kin beside somebody else who was hit
        ("اعتُقل قصي الزعبي، وسلّم الفرع هويته لابنه سليم", "سليم", "relative"),
        ("كتب قصي الزعبي رسالة إلى خاله سليم ثم اعتُقل", "سليم", "relative"),
        ("عاد قصي الزعبي، وعانقته أمه هند وخاله الجريح سليم القاسم", "هند", "relative"),
    ],
)
def test_kin(removed, text, name, kind):
    """The word of kinship, what stands before it and what the kin do tell who is hit and who is left."""
    assert (name, kind) in removed(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قُتل قصي الزعبي وشقيقه سليم", "سليم", "victim"),
        ("بحث رجال الإطفاء عن الغريق، وشقيقه سليم معهم", "سليم", "relative"),
        ("قُتل قصي الزعبي. وقالت هند القاسم، وهي معلمة من القرية، إنه خرج باكراً", "هند القاسم", "witness"),
        ("اعتُقل قصي الزعبي مع ابنه سليم", "سليم", "detainee"),
        ("عاد قصي الزعبي، وأمه هند الجريحة معه", "هند", "victim"),
        ("فُقد الاتصال بالموظف سليم الزعبي، وطالب ذووه بإطلاق سراحه", "سليم الزعبي", "detainee"),
    ],
)
def test_what_is_no_such_kin(removed, text, name, kind):
    """A brother named with a pronoun is the brother; who is lost out of contact is nobody to be called."""
    assert (name, kind) in removed(text)


def test_families(removed):
    """Families behind a dual are families, tied ones too, and a family is nobody who was captured."""
    assert removed("صلح بين عائلتي الخطيب والنجار في القرية") == [("الخطيب", "relative"), ("النجار", "relative")]
    assert removed("زار الوفد عائلات المعتقلين والمفقودين") == []
    assert removed("في سجل عائلة المانح والمتلقي") == removed("في سجل عائلة المانح")
    assert removed("أحب عائلتي الكبيرة والصغيرة") == []
    assert ("عبود", "relative") in removed("قُتل أربعة من عائلتي عبود والرفاعي في القصف")
    assert removed("استشهدت أسرة المعلم سليم القاسم")[0][1] == "victim"
