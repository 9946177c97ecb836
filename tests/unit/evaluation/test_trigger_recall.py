"""The measure of triggers against gold events."""

import json

from evaluation.trigger_recall import events, main, sentences

REPORT = {
    "id": "r",
    "title": "أخبار",
    "text": "قصفت الطائرات سوق البلدة صباح اليوم.\nوقال المتحدث إن الطقس معتدل.",
    "published": "2025-03-04",
    "events": [
        {"sub_event_type": "Air/drone strike", "evidence": "الطائرات سوق البلدة"},
        {"sub_event_type": "Arrests", "evidence": "قصفت الطائرات"},
        {"sub_event_type": "Air/drone strike", "evidence": "غير موجود"},
    ],
}


def test_an_event_is_found_by_an_able_trigger_of_its_sentence():
    """The right type counts, in the sentence or in the quotation; another type or an absent quotation does not."""
    first, second, third = events(REPORT)
    assert (first.in_sentence, first.strong) == (True, True)
    assert (second.in_sentence, second.in_evidence) == (False, False)
    assert third.in_sentence is False


def test_sentences_leave_the_headline_out():
    """Only body sentences are counted, each with its own triggers."""
    assert [bool(triggers) for _, triggers in sentences(REPORT)] == [True, False]


def test_main_prints_shares_and_missed(tmp_path, capsys):
    """The command prints the shares and lists what no trigger can tell."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(REPORT, ensure_ascii=False) + "\n", encoding="utf-8")
    main([str(gold), "--missed"])
    printed = capsys.readouterr().out
    assert "1/3 (0.333)" in printed
    assert "Arrests | قصفت الطائرات" in printed
