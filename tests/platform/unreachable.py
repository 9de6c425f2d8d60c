"""Constraints that have no class, each with the reason why no person runs into it."""

from __future__ import annotations

from typing import Final

_PIPELINE = "Only the run of a job writes this, by its lease, and never twice the same."
_MADE = "The program computes it; a person gives nothing of it."
_QUEUE = "Only the queue's functions write this column."
_MAIL = "Only the functions of mail write this; a tenant gives nothing of it."
_STRIPE = "Only jobs write what Stripe says; a row that Stripe spells wrongly is a bug."
_ISSUED = "Only the functions that issue a credential write it, and hash what they are given."

BY_RULE: Final = {
    "{table}_pkey": "The database makes the id, 128 random bits; no statement gives one.",
    "{table}_org_fkey": "The organization is that of the context, which is open: it is there.",
}
"""Names that are the same for every table; ``org_members_pkey`` is raised, and has a class."""

UNREACHABLE: Final = {
    "agent_runs_begun_by_key": "A run begins with `on conflict`: the one that is there goes on.",
    "agent_runs_job_key": "A run begins with `on conflict`: the one that is there goes on.",
    "agent_runs_usage_not_negative": _PIPELINE,
    "agent_runs_model_named": _PIPELINE,
    "agent_runs_waits_when_it_needs_input": _PIPELINE,
    "agent_runs_writer_named": _PIPELINE,
    "agent_steps_attempt_key": _PIPELINE,
    "agent_steps_done_once": _PIPELINE,
    "agent_steps_edited_from_with_edits": _MADE,
    "agent_steps_edits_are_an_object": _PIPELINE,
    "agent_steps_input_sha256_is_one": _MADE,
    "agent_steps_output_when_done": _PIPELINE,
    "agent_steps_usage_not_negative": _PIPELINE,
    "audit_heads_chain_no_not_negative": "Only the chain's function writes heads.",
    "audit_heads_hash_is_sha256": "Only the chain's function writes heads.",
    "audit_heads_move_on": "Only the chain's function writes heads, and forward.",
    "audit_log_actor_known": "The context says who it is; no caller gives it.",
    "audit_log_chain_begins_with_1": "Only the chain's function numbers events.",
    "audit_log_chain_key": "Only the chain's function numbers events, one at a time.",
    "audit_log_chained_whole": "Only the chain's function writes these columns.",
    "audit_log_hashes_are_sha256": "Only the chain's function writes these columns.",
    "brief_facts_brief_sha256_is_one": _MADE,
    "brief_facts_key_key": _PIPELINE,
    "brief_facts_place_in_brief": _PIPELINE,
    "brief_facts_unsure_with_reason": _PIPELINE,
    "citations_section_given": _PIPELINE,
    "citations_source_named": _PIPELINE,
    "credentials_rank_known": _ISSUED,
    "credentials_session_has_no_org": _ISSUED,
    "credentials_session_has_user": _ISSUED,
    "credentials_stored_is_sha256": _ISSUED,
    "deliveries_job_key": "The database makes the id of the job, 128 random bits.",
    "deliveries_params_are_texts": _MAIL,
    "deliveries_resource_known": _MAIL,
    "deliveries_resource_whole": _MAIL,
    "deliveries_sent_at_a_time": _MAIL,
    "deliveries_status_moves_along": _MAIL,
    "deliveries_void_has_no_recipient": _MAIL,
    "flows_code_key": "A sha256 of 256 bits that nobody can guess.",
    "flows_kind_whole": _MADE,
    "flows_method_known": _MADE,
    "flows_proven_whole": _MADE,
    "flows_redirect_to_is_short": "The API leads to addresses on its list alone.",
    "flows_session_fkey": "The function has just looked the session up.",
    "flows_state_key": "A sha256 of 256 bits that nobody can guess.",
    "flows_token_fkey": "The function has just made the mail.",
    "flows_token_key": "A mail is made together with its flow.",
    "flows_user_fkey": "The function has just looked the person up.",
    "factors_user_fkey": "The function has just looked the person up.",
    "identities_provider_key": "Of two who add it at once the function tells the second.",
    "identities_user_fkey": "The function has just looked the person up.",
    "passkey_challenges_origin_is_one": _MADE,
    "passkey_challenges_rp_id_is_a_host": _MADE,
    "passkey_challenges_session_fkey": "The function has just looked the session up.",
    "passkeys_credential_key": "The function says that it was added before.",
    "passkeys_key_whole": "The function refuses what is no key before.",
    "passkeys_synced_can_sync": "The function refuses a device that contradicts itself.",
    "passkeys_user_fkey": "The function has just looked the person up.",
    "challenges_factor_fkey": "The function has just looked the factor up.",
    "challenges_session_fkey": "The function has just looked the session up.",
    "recovery_codes_user_fkey": "The function has just looked the person up.",
    "waiting_tokens_session_fkey": "The function has just looked the session up.",
    "idempotency_keys_request_is_sha256": _MADE,
    "invoices_amounts_not_negative": _STRIPE,
    "invoices_hosted_url_is_web": _STRIPE,
    "invoices_stripe_invoice_key": _STRIPE,
    "job_lanes_limits_not_negative": "Only the operator sets lanes, past the gateway.",
    "job_lanes_weight_known": "Only the operator sets lanes, past the gateway.",
    "job_schedules_outcome_known": _QUEUE,
    "job_schedules_requested_rank_known": "It is the rank of the context.",
    "jobs_attempts_counted": _QUEUE,
    "jobs_crashes_counted": _QUEUE,
    "jobs_finished_when_over": _QUEUE,
    "jobs_lease_while_running": _QUEUE,
    "jobs_requested_rank_known": "It is the rank of the context.",
    "knowledge_sources_place_is_sha256": _MADE,
    "knowledge_sources_sha256_is_one": _MADE,
    "one_time_tokens_password_whole": _MADE,
    "one_time_tokens_stored_key": "A sha256 of 256 bits that nobody can guess.",
    "one_time_tokens_user_fkey": "The function has just looked the person up.",
    "org_brain_chunk_counted": _MADE,
    "org_brain_chunk_key": "A source's passages are taken out before new ones are put in.",
    "org_members_user_fkey": "The person is the one of the context, who has a profile.",
    "organizations_plan_is_a_name": "No function that a tenant calls sets the plan.",
    "organizations_stripe_customer_key": "No function that a tenant calls sets the customer.",
    "proposal_questions_answered_whole": "A trigger writes who answered, and when.",
    "proposal_questions_brief_sha256_is_one": _MADE,
    "proposal_questions_key_key": "It is asked with `on conflict`: the one there is renewed.",
    "proposal_sentences_position_key": _PIPELINE,
    "proposal_sentences_reasons_of_a_doubt": _PIPELINE,
    "proposal_sentences_section_given": _PIPELINE,
    "sessions_revoked_whole": "Only the auth server's functions end sessions, with both columns.",
    "sessions_user_fkey": "The function has just looked the person up.",
    "share_links_password_is_whole": _MADE,
    "share_links_password_proof_is_sha256": _MADE,
    "share_links_password_salt_is_16_bytes": _MADE,
    "stops_key": "A stop is added with `on conflict do nothing`.",
    "stops_reason_is_given": "The function refuses an empty reason before it writes one.",
    "stripe_events_id_given": _STRIPE,
    "stripe_events_type_given": _STRIPE,
    "subscriptions_stripe_subscription_key": _STRIPE,
    "usage_events_amounts_not_negative": "Only functions meter what was used.",
    "users_app_meta_is_object": "Only the auth server's functions write accounts.",
    "users_password_is_whole": _MADE,
    "users_user_meta_is_object": "Only the auth server's functions write accounts.",
}

RAISED_ON_THE_WAY_IN: Final = {
    "28P01": "The link asks for its password: the gateway's own table of refusals.",
    "55006": "The session is not clean: the gateway takes another connection.",
}

BUGS: Final = {
    "25000": "A program opened another isolation level than the gateway's.",
    "25001": "A program opened a context twice in one transaction.",
    "42703": "A migration names a column that is not there.",
    "42804": "A migration uses a type that has no bound.",
    "42809": "A migration opens a column of a table that is not sealed.",
}
"""SQLSTATEs of raises that stay the driver's errors, and why nobody but us sees them."""

_BOUND_KIND = "no bound is known for the type %: add its kind to seal_private.bound_kind()"
VALUES_IN_MESSAGES: Final = {
    _BOUND_KIND: "For migrations.",
    "no such rank: %": "It stands behind a colon, which is cut off.",
    "%": "One of two fixed sentences: see queue.resume_jobs.",
    "bound(%): a column in p_most does not exist": "For migrations.",
    "open_column(%): protect() has not sealed the table": "For migrations.",
    "open_column(%): there is no column %": "For migrations.",
    "protect(%): a column in p_fixed, p_once or p_hidden does not exist": "For migrations.",
    "the schema was changed by hand: %": "For the installer: names of the schema's objects.",
}
"""Messages of raises that hold a value, and why none reaches a person."""
