"""Words that carry meaning, for telling whether two texts speak of the same."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
# Words of any brief and any answer: that both have them says nothing.
_COMMON = frozenset(
    """
    about above after all also and any are been before being below both but can contract
    contractor could deliver each for from had has have how include including into its may
    more most must need needs not offer offeror other our out over please project proposal
    provide provided quotation required requirement requirements response section services
    shall should some such than that the their them then there these they this those through
    under until upon use used using vendor was well were what when where which while who will
    with within work would you your
    """.split()  # noqa: SIM905 - read more easily than a list of strings
)


def content_words(text: str) -> frozenset[str]:
    """The text's words without the common ones, cut to their stem (of seven letters, crudely)."""
    return frozenset(
        word[:7].rstrip("s") for word in _WORD.findall(text.lower()) if word not in _COMMON
    )


def overlap(question: str, passage: str) -> float:
    """The share of the question's content words that stand in the passage."""
    asked = content_words(question)
    return len(asked & content_words(passage)) / len(asked) if asked else 0.0
