"""An answer, checked against the form of its question, in the words in which it is kept."""

from __future__ import annotations

from typing import Final

from sealedbid.core.currencies import UnknownCurrencyError, check_currency
from sealedbid.intelligence.asking.kinds import OF_LENGTH, OF_TIME, kind_of
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.sums import NoSumError, parse_amount, parse_money, parse_number
from sealedbid.intelligence.asking.times import NoDayError, parse_moment
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.brief.facts.values import AnyValue, Words
from sealedbid.intelligence.errors import AnswerRefusedError

LONGEST: Final = 2000  # characters, as the database has it
YES: Final = "yes"
NO: Final = "no"
_YES: Final = {YES: YES, "y": YES, NO: NO, "n": NO}


def check_answer(question: Question, text: str, *, currency: str | None = None) -> str:
    """Return the answer as it is kept: one of the alternatives, or the text in its normal form.

    An alternative is named by its words, or by its number in the list, from 1. A sign of several
    currencies ("$") is ``currency`` if it can be. Raises AnswerRefusedError.
    """
    said = " ".join(text.split())
    if not said or len(said) > LONGEST:
        raise AnswerRefusedError(
            question.key, f"the answer is empty, or has more than {LONGEST} characters"
        )
    if (chosen := _alternative(question, said)) is not None:
        return chosen
    try:
        return _checked(question, said, currency)
    except (NoDayError, NoSumError, UnknownCurrencyError) as error:
        raise AnswerRefusedError(question.key, str(error)) from None


def _alternative(question: Question, said: str) -> str | None:
    for alternative in question.alternatives:
        if said.casefold() == alternative.casefold():
            return alternative
    if question.form == "number" or not said.isascii() or not said.isdigit() or len(said) > 3:
        return None
    place = int(said)
    return question.alternatives[place - 1] if 0 < place <= len(question.alternatives) else None


def _checked(question: Question, said: str, currency: str | None) -> str:
    match question.form:
        case "date":
            return written(parse_moment(said))
        case "money":
            return written(parse_money(said, currency=currency))
        case "number":
            return parse_number(said)
        case "yes":
            if said.casefold() not in _YES:
                raise AnswerRefusedError(question.key, f"“{said}” is neither yes nor no")
            return _YES[said.casefold()]
        case "choice":
            listed = "; ".join(f"{n} {one}" for n, one in enumerate(question.alternatives, 1))
            raise AnswerRefusedError(question.key, f"“{said}” is none of: {listed}")
        case "text":
            kind = kind_of(question.key)
            return said if kind is None else written(parse_value(kind, said))


def parse_value(kind: FactKind, text: str) -> AnyValue:
    """Read the value of a fact of this kind. Raises NoDayError, NoSumError, UnknownCurrencyError.

    A reader of another kind (``brief.values``) may take the place of this one.
    """
    if kind in OF_TIME:
        return parse_moment(text)
    if kind == "budget":
        return parse_money(text)
    if kind in OF_LENGTH:
        return parse_amount(text)
    return Words(text=check_currency(text) if kind == "currency" else " ".join(text.split()))
