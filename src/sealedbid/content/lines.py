"""A service as a line of a price table."""

from __future__ import annotations

from typing import Any

from sealedbid.content.models import Service

RATES = "Rates"  # the option group of lines that are shown, and not added up


def line_of(service: Service, *, quantity: int = 1, is_rate: bool = False) -> dict[str, Any]:
    """Return a row for ``proposal_line_items.replace``: a line with a quantity, or a rate.

    ``quantity`` counts the service's units. A rate is shown in the option group RATES with the
    price of one unit, and is not selected, so it adds nothing to the total.
    """
    return {
        "service_id": service.id,
        "label": service.name,
        "description": service.description,
        "option_group": RATES if is_rate else None,
        "is_optional": is_rate,
        "is_selected": not is_rate,
        "quantity": quantity,
        "unit": service.unit,
        "unit_price_minor": service.unit_price_minor,
        "tax_rate": service.tax_rate,
        "billing_period": service.billing_period,
    }
