-- name: change
-- Sets the fields of a person's own profile.
update public.profiles
   set full_name = %(full_name)s, locale = %(locale)s, onboarding_complete = %(onboarding_complete)s
 where id = %(user_id)s
returning id, email, full_name, onboarding_complete, locale

-- name: get
-- One profile that may be seen.
select id, email, full_name, onboarding_complete, locale
  from public.profiles
 where id = %(user_id)s
