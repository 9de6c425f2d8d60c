"""Refusals of the content domain, and the constraints of its tables that a person runs into."""

from __future__ import annotations

from sealedbid.platform.errors import (
    NameTakenError,
    StateChangedError,
    TakenError,
    ValueRefusedError,
)
from sealedbid.platform.postgres.violations import Violation, reference, register, value


class DocumentLockedError(StateChangedError):
    """The proposal or the contract was accepted, sent or signed: it stays as it is."""


class UnsupportedSentencesError(StateChangedError):
    """Nothing supports a sentence of the proposal, and nobody has resolved it: it is not ready."""


_NEGATIVE = "this is less than 0."
_HELD_BACK = Violation(
    UnsupportedSentencesError,
    "Nothing supports some sentences of the proposal: see `sealedbid proposals sentences ID`, and "
    "rewrite them, add a source, answer for them or take them out.",
)

register(
    {
        "content_blocks_title_key": Violation(
            NameTakenError,
            "There is a text of this kind and title already: choose another.",
            "title",
        ),
        "contracts_begin_as_drafts": Violation(
            StateChangedError, "status: a contract begins as a draft.", "status"
        ),
        "contracts_client_fkey": reference(
            "client_id",
            "clients",
            "The client has contracts: they name it, so it cannot be removed.",
        ),
        "contracts_end_after_they_begin": value("ends_on", "a contract ends after it begins."),
        "contracts_proposal_fkey": reference(
            "proposal_id",
            "proposals",
            "The proposal has a contract, which names it, so it cannot be removed.",
        ),
        "contracts_sent_stay": Violation(
            DocumentLockedError,
            "Only a draft is edited: take a sent contract back first; a signed one stays.",
        ),
        "contracts_status_moves_along": Violation(
            StateChangedError,
            "status: a contract in its state cannot go to this one: read it again.",
            "status",
        ),
        "files_resource_named_whole": value(
            "resource_id", "name the type and the id of what the file belongs to, or neither."
        ),
        "proposal_line_items_of_accepted_stay": Violation(
            DocumentLockedError,
            "The items of an accepted or void proposal stay as they are: make a new proposal.",
        ),
        "proposal_line_items_position_key": Violation(
            TakenError, "position: another item of the proposal has this place.", "position"
        ),
        "proposal_line_items_price_in_range": value(
            "unit_price_minor",
            "give a price from 0 to 100000000000, in the currency's smallest unit.",
        ),
        "proposal_line_items_proposal_fkey": reference("proposal_id", "proposals"),
        "proposal_line_items_selected_unless_optional": value(
            "is_selected", "an item that is not optional is always selected."
        ),
        "proposal_line_items_service_fkey": reference(
            "service_id",
            "services",
            "Proposals name the service: retire it instead of removing it.",
        ),
        "proposal_line_items_stay": Violation(
            StateChangedError, "proposal_id: an item stays with its proposal.", "proposal_id"
        ),
        "proposal_versions_are_immutable": Violation(
            DocumentLockedError, "A version stays as it is: make a new one."
        ),
        "proposal_versions_number_key": Violation(
            TakenError, "Somebody else froze the proposal at the same moment: try again.", "number"
        ),
        "proposal_versions_proposal_fkey": reference("proposal_id", "proposals"),
        "proposal_versions_sentences_hold_back": _HELD_BACK,
        "proposal_versions_total_not_negative": value("total_minor", _NEGATIVE),
        "proposals_accepted_stay": Violation(
            DocumentLockedError,
            "An accepted or void proposal is not edited: make a new one.",
        ),
        "proposals_begin_as_drafts": Violation(
            StateChangedError, "status: a proposal begins as a draft.", "status"
        ),
        "proposals_client_fkey": reference(
            "client_id",
            "clients",
            "The client has proposals: they name it, so it cannot be removed.",
        ),
        "proposals_reason_of_an_outcome": value(
            "outcome_reason", "give a reason only together with an outcome."
        ),
        "proposals_sentences_hold_back": _HELD_BACK,
        "proposals_status_moves_along": Violation(
            StateChangedError,
            "status: a proposal in its state cannot go to this one: read it again.",
            "status",
        ),
        "proposals_template_fkey": reference(
            "template_id", "templates", "Proposals name the template, so it cannot be removed."
        ),
        "proposals_total_not_negative": value("total_minor", _NEGATIVE),
        "rfp_requirements_place_in_brief": value(
            "position", "give a place in the brief, and a length above 0."
        ),
        "rfp_requirements_proposal_fkey": reference("proposal_id", "proposals"),
        "rfp_requirements_ref_key": Violation(
            TakenError, "ref: the proposal has a requirement of this number already.", "ref"
        ),
        "services_name_key": Violation(
            NameTakenError, "There is a service of this name already: choose another.", "name"
        ),
        "services_price_not_negative": value("unit_price_minor", _NEGATIVE),
        "share_links_contact_fkey": reference("contact_id", "client_contacts"),
        "share_links_contract_fkey": reference("contract_id", "contracts"),
        "share_links_name_the_version": value(
            "version", "name a proposal together with its version."
        ),
        "share_links_sentences_hold_back": _HELD_BACK,
        "share_links_show_one_document": Violation(
            ValueRefusedError, "proposal_id: a link shows a proposal or a contract, one of them."
        ),
        "share_links_version_fkey": reference("version", "proposal_versions"),
        "templates_name_key": Violation(
            NameTakenError,
            "There is a template of this type, name and language already: choose another name.",
            "name",
        ),
    }
)
