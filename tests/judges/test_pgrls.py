"""pgrls on our own schema: every finding is explained, and it proves no leak."""

from __future__ import annotations

import pytest

from tests.fixtures.server import Installation
from tests.judges.explained import faults, lint_ours, schemas
from tests.judges.tools import Finding, pgrls_verify

pytestmark = pytest.mark.full


def test_the_judge_sees_every_schema_of_ours(ours: Installation) -> None:
    assert {"public", "seal", "seal_private", "auth"} <= set(schemas(ours))


def test_every_finding_is_explained_and_every_explanation_has_a_finding(
    ours: Installation,
) -> None:
    assert faults(lint_ours(ours)) == []


def test_a_finding_more_and_an_explanation_too_many_are_faults(ours: Installation) -> None:
    found = lint_ours(ours)
    rule = found[0].rule
    assert faults([*found, Finding("SEC999", "public.clients")]) == [
        "SEC999: 1 found, 0 explained: public.clients"
    ]
    (stale,) = faults([finding for finding in found if finding.rule != rule])
    assert stale.startswith(f"{rule}: 0 found, ")


def test_its_prover_proves_no_leak(ours: Installation) -> None:
    said = list(pgrls_verify(ours.owner, schemas(ours)))
    assert [finding for finding in said if finding.rule.endswith(": leak")] == []
