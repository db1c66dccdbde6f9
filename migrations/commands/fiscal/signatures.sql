-- Signatures of fiscal records: a signer beside the till makes them after the sale, and later where it was slow or
-- down. Nothing of a sale waits for them. See docs/decisions/0077.

-- A signature as windows and files show it: {signer, serial, signature, signed_at}; null where there is none.
CREATE FUNCTION core.fiscal_signature(signed storedesk.fiscal_signatures) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN signed.number IS NOT NULL THEN jsonb_build_object(
        'signer', signed.signer, 'serial', signed.serial, 'signature', signed.signature, 'signed_at', signed.signed_at
    ) END;
END $$;

-- The signature of a record, as core.fiscal_signature has it.
CREATE FUNCTION core.signature_of(chain uuid, record bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT core.fiscal_signature(s) FROM storedesk.fiscal_signatures AS s
            WHERE s.chain_id = chain AND s.number = record);
END $$;

-- Tells whether a record that has no signature will get one: a signer has signed in its chain.
CREATE FUNCTION core.awaits_signature(chain uuid, record bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM storedesk.fiscal_signatures AS s WHERE s.chain_id = chain)
        AND NOT EXISTS (SELECT FROM storedesk.fiscal_signatures AS s WHERE s.chain_id = chain AND s.number = record);
END $$;

-- Tells whether somebody may write signatures in a chain: a manager in all, others in that of the register in whose
-- shift they are.
CREATE FUNCTION core.may_sign(chain uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.belongs('manager') OR EXISTS (
        SELECT FROM storedesk.till_sessions AS t
        JOIN storedesk.till_session_people AS p ON p.till_session_id = t.id
        WHERE t.register_id = chain AND t.status = 'open' AND p.staff_id = person AND p.left_at IS NULL
    );
END $$;

-- Writes what a signer has said of a fiscal record: `hash` is the record's in hexadecimal digits, `signed_at` the
-- signer's instant. A record is signed once: who comes second is answered the signature that is kept. Answers
-- core.fiscal_signature. Refuses the chain of a register in whose shift one is not (fiscal_of_others),
-- fiscal_record_not_found, a hash that is not the record's (fiscal_hash_differs), bad_signature, bad_instant, and a
-- kind of signer that this store has not (signer_not_here).
CREATE FUNCTION api.sign_fiscal_record(
    request uuid, chain uuid, record bigint, hash text, signer text, serial text, signature text, signed_at timestamp
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    signed storedesk.fiscal_records;
BEGIN
    IF NOT core.may_sign(chain, me) THEN
        PERFORM core.forbid('fiscal_of_others');
    END IF;

    PERFORM core.check_instant(signed_at);
    SELECT r.* INTO signed FROM storedesk.fiscal_records AS r WHERE r.chain_id = chain AND r.number = record;

    IF NOT FOUND THEN
        PERFORM core.not_found('fiscal_record_not_found');
    ELSIF encode(signed.hash, 'hex') IS DISTINCT FROM hash THEN
        PERFORM core.conflict('fiscal_hash_differs');
    ELSIF signer IS NULL OR signed_at IS NULL
        OR coalesce(serial, '') !~ '^[!-~]+$' OR length(serial) > 100
        OR coalesce(signature, '') !~ '^[!-~]+$' OR length(signature) > 2000 THEN
        PERFORM core.refuse('bad_signature');
    END IF;

    INSERT INTO storedesk.fiscal_signatures (
        chain_id, number, hash, signer, serial, signature, signed_at, created_by, created_at
    )
    VALUES (chain, record, signed.hash, left(signer, 20), serial, signature, signed_at, me, core.now())
    ON CONFLICT ON CONSTRAINT fiscal_signatures_pkey DO NOTHING;
    answer := core.signature_of(chain, record);
END $$;

-- Records of the chain of a register that are not signed, after a number, the oldest first, at most `most` of 100:
-- {chain, until, records: [{number, hash}]}; `until` is the last number of the chain. Without a register those of the
-- office. None of a chain in which one may not sign.
CREATE FUNCTION api.unsigned_fiscal_records(register uuid, after bigint, most int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    chain uuid := CASE WHEN register IS NULL THEN core.chain_without_shift() ELSE core.drawer(register) END;
    may_sign boolean := core.may_sign(chain, me);
BEGIN
    RETURN jsonb_build_object(
        'chain', chain,
        'until', coalesce((SELECT max(r.number) FROM storedesk.fiscal_records AS r WHERE r.chain_id = chain), 0),
        'records', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('number', u.number, 'hash', encode(u.hash, 'hex'))
                                      ORDER BY u.number), '[]')
            FROM (
                SELECT r.number, r.hash FROM storedesk.fiscal_records AS r
                WHERE r.chain_id = chain AND r.number > coalesce(after, 0) AND may_sign
                  AND NOT EXISTS (SELECT FROM storedesk.fiscal_signatures AS s
                                  WHERE s.chain_id = chain AND s.number = r.number AND s.number > coalesce(after, 0))
                ORDER BY r.number
                LIMIT greatest(least(coalesce(most, 0), 100), 0)
            ) AS u
        )
    );
END $$;

-- Refuses signatures of the simulator in a store that was not made as a demo (signer_not_here), whoever writes them.
CREATE FUNCTION core.guard_signer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.signer = 'simulator' AND NOT EXISTS (SELECT FROM storedesk.demo_marks) THEN
        PERFORM core.refuse('signer_not_here');
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT ON storedesk.fiscal_signatures
FOR EACH ROW EXECUTE FUNCTION core.guard_signer();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.fiscal_signatures
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.fiscal_signatures
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
