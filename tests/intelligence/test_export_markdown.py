"""A proposal as Markdown: sums that are right, and nothing that breaks out of its place."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from hypothesis import given
from hypothesis import strategies as st

from sealedbid.content.documents import Block, Document, Section
from sealedbid.content.models import LineItem, Proposal, Requirement
from sealedbid.intelligence.export import to_markdown
from sealedbid.intelligence.presenting import Presented

MONEY = re.compile(r"€([\d,]+\.\d\d)")


def line(price: int, quantity: int, tax: str = "0", *, selected: bool = True) -> LineItem:
    return LineItem(
        id=uuid.uuid4(),
        service_id=uuid.uuid4(),
        label="A | b <script>",
        description="",
        option_group=None,
        is_optional=not selected,
        is_selected=selected,
        quantity=Decimal(quantity),
        unit="page",
        unit_price_minor=price,
        discount=Decimal(0),
        tax_rate=Decimal(tax),
        billing_period="once",
        net_minor=price * quantity,
        position=1,
    )


def shown(lines: list[LineItem], **more: object) -> Presented:
    proposal = Proposal(
        id=uuid.uuid4(),
        client_id=uuid.uuid4(),
        client_name="A client",
        title="A title",
        status="draft",
        brain_status="done",
        deal_outcome="pending",
        outcome_reason=None,
        brief="",
        content={},
        currency="EUR",
        total_minor=0,
        valid_until=None,
        sent_at=None,
        decided_at=None,
        lock_version=0,
        updated_at=datetime.now(UTC),
    )
    given: dict[str, object] = {
        "document": Document(sections=[Section(id="price", heading="Price")]),
        "requirements": [],
        "citations": [],
        **more,
    }
    return Presented(
        organization="An agency",
        locale="en",
        proposal=proposal,
        lines=lines,
        **given,  # type: ignore[arg-type]
    )


def amounts(text: str, row: str) -> Decimal:
    (found,) = [each for each in text.splitlines() if row in each]
    return Decimal(MONEY.findall(found)[-1].replace(",", ""))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**9),
            st.integers(1, 500),
            st.sampled_from(["0", "0.09", "0.21"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_total_is_the_sum_of_what_is_selected_with_the_tax_of_each_rate(
    rows: list[tuple[int, int, str, bool]],
) -> None:
    lines = [line(p, q, tax, selected=selected) for p, q, tax, selected in rows]
    text = to_markdown(shown(lines))
    chosen = [one for one in lines if one.is_selected]
    if not chosen:
        assert "**Total**" not in text
        return
    net = sum(one.net_minor for one in chosen)
    tax = sum(
        (
            sum((Decimal(o.net_minor) for o in chosen if o.tax_rate == rate), Decimal(0)) * rate
        ).quantize(Decimal(1), ROUND_HALF_EVEN)
        for rate in {one.tax_rate for one in chosen}
    )
    assert amounts(text, "**Total**") == (net + tax) / 100
    if tax:
        assert amounts(text, "Before tax") == Decimal(net) / 100


def test_what_comes_from_outside_stays_in_its_cell_and_is_no_html() -> None:
    requirement = Requirement(
        id=uuid.uuid4(),
        ref="1|2",
        text="Must be <b>bold</b> | and\nbroken",
        kind="delivery",
        mandatory=True,
        position=0,
        length=1,
        section_id=None,
        answer_state="open",
    )
    text = to_markdown(
        shown(
            [line(100, 1)],
            requirements=[requirement],
            document=Document(
                sections=[
                    Section(
                        id="asked",
                        heading="Asked",
                        blocks=[Block(kind="quote", text="<img onerror=x>\n# No heading")],
                    ),
                    Section(id="price", heading="Price"),
                    Section(id="requirements", heading="Requirements"),
                ]
            ),
        )
    )
    assert not re.search(r"<(?=[a-z/])", text)
    assert "> &lt;img onerror=x> # No heading" in text
    assert "| 1\\|2 | Must be &lt;b>bold&lt;/b> \\| and broken | open |" in text


def test_the_authors_notes_come_last_and_can_be_left_out() -> None:
    document = Document(author_notes=["Ask back: what budget?"])
    whole = to_markdown(shown([], document=document))
    assert whole.endswith("- Ask back: what budget?\n")
    assert "budget" not in to_markdown(shown([], document=document), with_author_notes=False)
