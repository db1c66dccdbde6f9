-- Badges: a number that each person has, and a secret of sixteen letters behind it, so that a scan is one try
-- for one person. The secret is made by the program, printed, and kept as a hash like a PIN; see pins.sql.

-- The name under which the secret of a person's badge is kept.
CREATE FUNCTION core.badge_name(person uuid) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'badge ' || person;

-- Gives the asker a badge, in place of the one before, or takes it away where the secret is null. Refuses a
-- secret that is none (bad_badge). Written in full, for it stays out of the fingerprint: see api.set_pin.
CREATE FUNCTION api.set_badge(request uuid, secret text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array(secret IS NULL));
    answer jsonb := core.replay(request, me, 'set_badge', fingerprint);
    salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
    IF answer IS NULL THEN
        IF secret !~ '^[BCDEFGHIJKLNOPRSTUVX]{16}$' THEN
            PERFORM core.refuse('bad_badge');
        END IF;

        DELETE FROM storedesk.secrets AS s WHERE s.name = core.badge_name(me);

        IF secret IS NOT NULL THEN
            INSERT INTO storedesk.secrets (name, secret, made_at)
            VALUES (core.badge_name(me), salt || core.pin_hash(secret, salt), core.now());
        END IF;

        PERFORM core.audit('badge', 'staff', me, NULL, jsonb_build_object('is_set', secret IS NOT NULL));
        answer := core.finish(request, me, 'set_badge', fingerprint, '{}');
    END IF;

    RETURN answer;
END $$;

-- Takes somebody's badge away: it is lost. Refuses staff_not_found.
CREATE FUNCTION api.withdraw_badge(request uuid, login text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    person uuid := core.person(login);
BEGIN
    DELETE FROM storedesk.secrets AS s WHERE s.name = core.badge_name(person);
    PERFORM core.audit('badge', 'staff', person, NULL, jsonb_build_object('is_set', false));
END $$;

-- Checks the secret of the asker's badge, as api.check_pin checks a PIN: wrong ones of both are counted together.
-- Answers {is_right, left}. Refuses bad_sign_in, sign_in_not_found.
CREATE FUNCTION api.check_badge(
    request uuid, sign_in uuid, secret text, kind text, workstation text, register uuid, program text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array(sign_in, kind, workstation, register, program));
    answer jsonb := core.replay(request, me, 'check_badge', fingerprint);
BEGIN
    IF answer IS NULL THEN
        answer := core.try_secret(request, me, 'badge', core.badge_name(me), '^[BCDEFGHIJKLNOPRSTUVX]{16}$', secret,
                                  sign_in, kind, workstation, register, program);
        answer := core.finish(request, me, 'check_badge', fingerprint, answer);
    END IF;

    RETURN answer;
END $$;
