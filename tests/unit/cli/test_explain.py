from marsad.cli.exits import Exit


def test_the_first_report_is_shown_with_its_words(marsad, reports):
    """Text, legend, and a table of field, value, words, rule and entries for each event."""
    result = marsad("explain", reports)
    assert result.exit_code == Exit.OK
    assert "قُتل عنصران وقُتل ثالث." in result.stdout
    assert "Marked: sub_event_type" in result.stdout
    assert "--id ID shows another" in result.stderr
    assert "Event 2: Armed clash (Battles), confidence 0.90" in result.stdout
    assert "triggers.verb" in result.stdout
    assert "at least 2" in result.stdout
    assert "ذيبان, SY09, SY (near, or part of)" in result.stdout


def test_a_report_is_found_by_its_id(marsad, reports):
    """--id picks one; what was passed over is told with its reason."""
    result = marsad("explain", reports, "--id", "r3")
    assert "No event." in result.stdout
    assert "--id" not in result.stderr
    assert "Reads as a habit" in result.stdout


def test_an_unknown_id_is_wrong_usage(marsad, reports):
    """The message says how many reports were searched."""
    result = marsad("explain", reports, "--id", "zz")
    assert result.exit_code == Exit.USAGE
    assert "3 reports" in result.stderr


def test_a_file_without_reports_has_its_own_status(marsad):
    """Nothing to explain: 3, and the reason on standard error."""
    result = marsad("explain", "none.txt")
    assert result.exit_code == Exit.NOTHING_CODED
    assert "no such file" in result.stderr


def test_text_in_brackets_is_text(marsad):
    """Words that look like markup are printed as they stand."""
    assert "[bold]قُتل[/bold]" in marsad("explain", "-", stdin="عنوان\n[bold]قُتل[/bold] شاب [2]").stdout


def test_each_key_field_shows_how_sure_it_is(marsad, reports):
    """The probability stands behind the value; a field without one shows none."""
    shown = marsad("explain", reports).stdout
    assert "sdf (0.66)" in shown
    assert "is (0.50)" in shown
    assert "at least 2 (" not in shown
