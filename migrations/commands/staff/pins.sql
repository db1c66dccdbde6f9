-- PINs: with one's own, somebody who has signed in by password goes on at the same workstation. A PIN is kept as a
-- hash in storedesk.secrets, which no login reads and no backup has. It is checked on a connection that the person's
-- password has opened, and is worth nothing without one.

-- The name under which a person's PIN is kept.
CREATE FUNCTION core.pin_name(person uuid) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'pin ' || person;

-- What is kept of a PIN: sha256 over salt and PIN, and 20,000 times more over salt and what came of it.
CREATE FUNCTION core.pin_hash(pin text, salt bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hash bytea := sha256(salt || convert_to(pin, 'UTF8'));
BEGIN
    FOR round IN 1 .. 20000 LOOP
        hash := sha256(salt || hash);
    END LOOP;

    RETURN hash;
END $$;

-- Refuses what is no PIN: other than 4 to 8 digits (bad_pin), and what is tried first: one digit, a row of digits up
-- or down, the same two to four digits again, the middle of the keypad (obvious_pin).
CREATE FUNCTION core.check_pin_form(pin text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF pin !~ '^[0-9]{4,8}$' THEN
        PERFORM core.refuse('bad_pin');
    END IF;

    IF pin ~ '^([0-9])\1+$' OR pin ~ '^([0-9]{2,4})\1+$' OR pin IN ('2580', '0852')
        OR position(pin IN '01234567890123456789') > 0 OR position(pin IN '98765432109876543210') > 0 THEN
        PERFORM core.refuse('obvious_pin');
    END IF;
END $$;

-- Gives the asker a PIN, or takes it away where it is null. Refuses bad_pin, obvious_pin. It is a command written in
-- full, for the PIN stays out of the fingerprint, which would be a hash of it that is quickly tried out.
CREATE FUNCTION api.set_pin(request uuid, pin text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array(pin IS NULL));
    answer jsonb := core.replay(request, me, 'set_pin', fingerprint);
    salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
    IF answer IS NULL THEN
        PERFORM core.check_pin_form(pin);

        DELETE FROM storedesk.secrets AS s WHERE s.name = core.pin_name(me);

        IF pin IS NOT NULL THEN
            INSERT INTO storedesk.secrets (name, secret, made_at)
            VALUES (core.pin_name(me), salt || core.pin_hash(pin, salt), core.now());
        END IF;

        PERFORM core.audit('pin', 'staff', me, NULL, jsonb_build_object('is_set', pin IS NOT NULL));
        answer := core.finish(request, me, 'set_pin', fingerprint, '{}');
    END IF;

    RETURN answer;
END $$;

-- How many wrong PINs or badges a sign-in may still take: five since it, or since the last right one; none after a
-- new password or a disabled login. What has been written of it is what counts, and nobody can take that back.
CREATE FUNCTION core.pin_tries(began storedesk.sign_ins) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last_right bigint := (
        SELECT coalesce(max(s.seq), 0) FROM storedesk.sign_ins AS s
        WHERE s.sign_in_id = began.id AND s.kind IN ('switch', 'approval')
    );
BEGIN
    IF EXISTS (
        SELECT FROM storedesk.sign_ins AS s
        WHERE s.staff_id = began.staff_id AND s.seq > began.seq AND s.kind IN ('password', 'disable', 'sign_out')
          AND (s.kind <> 'sign_out' OR s.sign_in_id = began.id)
    ) THEN
        RETURN 0;
    END IF;

    RETURN greatest(0, 5 - (
        SELECT count(*) FROM storedesk.sign_ins AS s
        WHERE s.sign_in_id = began.id AND s.kind IN ('wrong_pin', 'wrong_badge') AND s.seq > last_right
    ));
END $$;

-- Tries what only the asker has, a PIN or the secret of a badge (`what`), which is kept under `name` and looks like
-- `form`, for api.check_pin and api.check_badge: see there. Who has no PIN is asked for the password.
CREATE FUNCTION core.try_secret(
    request uuid, me uuid, what text, name text, form text, given text, sign_in uuid, kind text, workstation text,
    register uuid, program text
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    began storedesk.sign_ins;
    known bytea;
    left_now int;
    is_right boolean := false;
BEGIN
    IF kind IS NULL OR kind NOT IN ('switch', 'approval') THEN
        PERFORM core.refuse('bad_sign_in');
    END IF;

    SELECT * INTO began FROM storedesk.sign_ins AS s
    WHERE s.id = sign_in AND s.kind = 'sign_in' AND s.staff_id = me
    FOR UPDATE;  -- two at once are counted one after the other

    IF NOT FOUND THEN
        PERFORM core.not_found('sign_in_not_found');
    END IF;

    left_now := core.pin_tries(began);
    known := (SELECT s.secret FROM storedesk.secrets AS s WHERE s.name = try_secret.name);

    IF known IS NULL AND what = 'pin' THEN
        left_now := 0;
    ELSIF left_now > 0 THEN
        is_right := coalesce(given ~ form AND core.pin_hash(given, substr(known, 1, 32)) = substr(known, 33), false);
        left_now := CASE WHEN is_right THEN 5 ELSE left_now - 1 END;
        PERFORM core.add_sign_in(request, CASE WHEN is_right THEN kind ELSE 'wrong_' || what END, sign_in,
                                 workstation, register, program);
    END IF;

    RETURN jsonb_build_object('is_right', is_right, 'left', left_now);
END $$;

-- Checks the asker's PIN, who goes on with a sign-in of theirs (kind switch) or approves something (approval), and
-- writes that down. Answers {is_right, left}: how many wrong ones it may still be, 0 where the password is wanted
-- now. It is no refusal, which would take back what was counted. Refuses another kind (bad_sign_in), and a sign-in
-- that is not the asker's (sign_in_not_found). Written in full: see api.set_pin.
CREATE FUNCTION api.check_pin(
    request uuid, sign_in uuid, pin text, kind text, workstation text, register uuid, program text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array(sign_in, kind, workstation, register, program));
    answer jsonb := core.replay(request, me, 'check_pin', fingerprint);
BEGIN
    IF answer IS NULL THEN
        answer := core.try_secret(request, me, 'pin', core.pin_name(me), '^[0-9]{4,8}$', pin, sign_in, kind,
                                  workstation, register, program);
        answer := core.finish(request, me, 'check_pin', fingerprint, answer);
    END IF;

    RETURN answer;
END $$;
