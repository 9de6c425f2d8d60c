"""Price lists as people keep them: CSV, a line a service, numbers as they are written."""

from sealedbid.content.price_list.errors import PriceListError
from sealedbid.content.price_list.pricing import currencies_of, priced
from sealedbid.content.price_list.reading import Listed, read_price_list

__all__ = ["Listed", "PriceListError", "currencies_of", "priced", "read_price_list"]
