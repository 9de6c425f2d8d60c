"""A login whose statements are tracked or logged is found."""

from __future__ import annotations

import pytest

from sealedbid.isolation.audit import read_lints
from tests.isolation.lints.conftest import Planted


def test_a_login_whose_activity_is_tracked_is_found(planted: Planted) -> None:
    found = planted("alter role sb_worker reset track_activities")
    assert found == ["sb_worker has statements tracked or logged: track_activities is on"]


@pytest.mark.parametrize(
    "setting",
    [
        "log_min_error_statement = 'error'",
        "log_min_messages = 'debug2'",
        "log_statement = 'all'",
        "log_min_duration_statement = '0'",
        "log_min_duration_sample = '0'",
        "log_transaction_sample_rate = '1'",
        "log_parameter_max_length_on_error = '-1'",
        "debug_print_parse = 'on'",
        "auto_explain.log_min_duration = '0'",
    ],
)
def test_a_login_whose_statements_are_logged_is_found(planted: Planted, setting: str) -> None:
    found = planted(f"alter role sb_auth set {setting}")
    said = setting.replace("=", "is").replace("'", "")
    assert found == [f"sb_auth has statements tracked or logged: {said}"]


def test_a_setting_of_the_role_in_this_database_goes_before_its_own(planted: Planted) -> None:
    found = planted("alter role sb_api in database shared set track_activities = on")
    assert found == ["sb_api has statements tracked or logged: track_activities is on"]


def test_a_setting_of_the_database_holds_where_the_role_has_none(planted: Planted) -> None:
    found = planted(
        "alter role sb_api reset log_statement", "alter database shared set log_statement = mod"
    )
    assert found == ["sb_api has statements tracked or logged: log_statement is mod"]


def test_as_it_is_nothing_is_tracked(planted: Planted) -> None:
    assert planted() == []


def test_its_page_names_what_a_superuser_has_to_give() -> None:
    (lint,) = (lint for lint in read_lints() if lint.number == "0082")
    for name in ("track_activities", "log_min_error_statement", "log_statement"):
        assert name in lint.page
