"""Settings are read once, frozen and bounded; what is wrong with them is said by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings, sample_reports
from index.errors import SettingsError


def test_what_is_passed_comes_before_the_environment_and_that_before_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert Settings.load().port == 7860
    monkeypatch.setenv("ZONEQA_PORT", "8080")
    assert Settings.load().port == 8080
    assert Settings.load(port=None).port == 8080, "None means not given"
    assert Settings.load(port=9090).port == 9090


@pytest.mark.parametrize(("given", "told"), [
    ({"port": 0}, "ZONEQA_PORT=0 不得小于 1"), ({"port": 70_000}, "不得大于 65535"), ({"port": "abc"}, "写法不对"),
    ({"host": ""}, "不得为空"), ({"nonsense": 1}, "没有 nonsense 这项设置"),
    ({"passage_min_chars": 400, "passage_max_chars": 400}, "passage_min_chars"),
])
def test_a_bad_setting_is_named_with_what_it_should_be(given: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        Settings.load(**given)


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings.load().port = 1


def test_every_number_has_bounds() -> None:
    unbounded = [name for name, field in Settings.model_fields.items()
                 if field.annotation is int and len(field.metadata) < 2]
    assert not unbounded


def test_the_sample_stands_in_only_where_no_folder_was_named_and_none_is_there(empty_folder: Path) -> None:
    stood_in = Settings.load()
    assert stood_in.takes_sample
    assert stood_in.reports_dir == sample_reports()
    assert not Settings.load(reports_dir=sample_reports()).takes_sample, "named"
    (empty_folder / "reports").mkdir()
    assert not Settings.load().takes_sample
    assert Settings.load().reports_dir == Path("reports")
