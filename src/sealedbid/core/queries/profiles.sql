-- name: change
-- The fields that are given of a person's own profile, if nobody changed it since lock_version was read; null asks for
-- no version.
update public.profiles
   set full_name = case when 'full_name' = any(%(given)s) then %(full_name)s else full_name end,
       locale = case when 'locale' = any(%(given)s) then %(locale)s else locale end,
       onboarding_complete = case when 'onboarding_complete' = any(%(given)s) then %(onboarding_complete)s
                                  else onboarding_complete end
 where id = %(user_id)s and (%(lock_version)s::int is null or lock_version = %(lock_version)s)
returning id, email, full_name, onboarding_complete, locale, lock_version

-- name: get
-- One profile that may be seen.
select id, email, full_name, onboarding_complete, locale, lock_version
  from public.profiles
 where id = %(user_id)s
