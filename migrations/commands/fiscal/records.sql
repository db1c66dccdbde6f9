-- Fiscal records: what a register turned over, in a chain of its own: each record has the hash of the one before. See
-- docs/decisions/0068. Records of a shift are written while the caller holds it, so a chain needs no lock of its own.

-- What the hash of a record is over: all of it, as one JSON array in UTF-8. docs/fiscal-export.md has it for programs
-- that check an export; it never changes.
CREATE FUNCTION core.fiscal_content(record storedesk.fiscal_records) RETURNS text
LANGUAGE sql STABLE
RETURN jsonb_build_array(
    record.chain_id, record.number, record.kind, record.order_id, record.order_number,
    coalesce(record.return_id, record.open_return_id),
    record.till_session_id, record.booked_at, record.currency, record.rates, record.total_amount::text,
    encode(record.previous_hash, 'hex')
)::text;

-- The hash of a record.
CREATE FUNCTION core.fiscal_hash(record storedesk.fiscal_records) RETURNS bytea
LANGUAGE sql STABLE
RETURN sha256(convert_to(core.fiscal_content(record), 'UTF8'));

-- The chain of what is booked without a shift.
CREATE FUNCTION core.chain_without_shift() RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN '00000000-0000-0000-0000-000000000000'::uuid;

-- What a total comes to by rate, [[name, rate, net, tax, gross]] as texts: the tax lines given, [{name, rate, base,
-- tax}], then without a name and at rate 0 what no rate is known of. `sign` is -1 where money goes back.
CREATE FUNCTION core.fiscal_rates(taxes jsonb, total numeric, mode text, sign int) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rates jsonb;
    rest numeric;
BEGIN
    SELECT coalesce(jsonb_agg(jsonb_build_array(
               t.name, t.rate::text, (sign * g.net)::text, (sign * t.tax)::text, (sign * (g.net + t.tax))::text
           ) ORDER BY t.name COLLATE "C", t.rate), '[]'),
           round(total - coalesce(sum(g.net + t.tax), 0), 2)
    INTO rates, rest
    FROM jsonb_to_recordset(taxes) AS t (name text, rate numeric, base numeric, tax numeric)
    CROSS JOIN LATERAL (SELECT CASE mode WHEN 'inclusive' THEN t.base - t.tax ELSE t.base END AS net) AS g;

    RETURN rates || CASE WHEN rest = 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_array(
        '', '0.00000', (sign * rest)::text, '0.00', (sign * rest)::text
    )) END;
END $$;

-- Writes the next record of the chain of a shift's register, or without one of the office's, whose bookings wait here
-- for each other: so it comes last. The caller holds the shift. `taxes` as core.fiscal_rates reads them, `total`
-- with tax; both are written below 0 where money goes back. A return without a receipt has no order, but a number.
CREATE FUNCTION core.write_fiscal(
    kind text, of_order uuid, order_number text, of_return uuid, shift uuid, taxes jsonb, total numeric,
    instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before storedesk.fiscal_records;
    made storedesk.fiscal_records;
    sign int := CASE WHEN write_fiscal.kind IN ('refund', 'cancellation', 'open_return') THEN -1 ELSE 1 END;
BEGIN
    IF shift IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('storedesk.fiscal_office', 0));
        made.chain_id := core.chain_without_shift();
    ELSE
        made.chain_id := (SELECT t.register_id FROM storedesk.till_sessions AS t WHERE t.id = shift);
    END IF;

    SELECT * INTO before FROM storedesk.fiscal_records AS r
    WHERE r.chain_id = made.chain_id ORDER BY r.number DESC LIMIT 1;
    made.number := coalesce(before.number, 0) + 1;
    made.kind := write_fiscal.kind;
    made.order_id := of_order;
    made.order_number := write_fiscal.order_number;
    made.return_id := CASE WHEN write_fiscal.kind <> 'open_return' THEN of_return END;
    made.open_return_id := CASE WHEN write_fiscal.kind = 'open_return' THEN of_return END;
    made.till_session_id := shift;
    made.booked_at := instant;
    SELECT s.currency, core.fiscal_rates(taxes, total, s.tax_mode, sign) INTO made.currency, made.rates
    FROM storedesk.store_settings AS s;
    made.total_amount := sign * total;
    made.previous_hash := before.hash;
    made.hash := core.fiscal_hash(made);
    INSERT INTO storedesk.fiscal_records SELECT made.*;
END $$;

-- Writes the record of an order as a whole: that it was paid, or that what was paid for it went back.
CREATE FUNCTION core.write_fiscal_order(kind text, of_order uuid, shift uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.write_fiscal(
        kind, o.id, o.order_number, NULL, shift, core.tax_documents(o.id), o.total_amount, instant
    )
    FROM public.orders AS o WHERE o.id = of_order;
END $$;

-- Writes the record of a return, whose taxes are written.
CREATE FUNCTION core.write_fiscal_return(of_return uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.write_fiscal(
        'refund', r.order_id, o.order_number, r.id, r.till_session_id, (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'name', t.name, 'rate', t.rate, 'base', t.base_amount, 'tax', t.tax_amount
            )), '[]')
            FROM storedesk.order_return_tax_lines AS t WHERE t.return_id = r.id
        ), r.refund_amount, r.created_at
    )
    FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id WHERE r.id = of_return;
END $$;

-- A record as receipts print it: {chain, chain_id, number, hash, signature, is_awaited}, the hash in hexadecimal
-- digits, the chain by its register's name, null for the office, and the signature as core.fiscal_signature has it, or
-- that it is awaited; null where there is none.
CREATE FUNCTION core.fiscal_document(record storedesk.fiscal_records) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN record.number IS NOT NULL THEN jsonb_build_object(
        'chain', core.register_name(record.chain_id), 'chain_id', record.chain_id, 'number', record.number,
        'hash', encode(record.hash, 'hex'), 'signature', core.signature_of(record.chain_id, record.number),
        'is_awaited', core.awaits_signature(record.chain_id, record.number)
    ) END;
END $$;

-- The record of an order that was sold or paid, as core.fiscal_document has it.
CREATE FUNCTION core.fiscal_of_order(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT core.fiscal_document(r) FROM storedesk.fiscal_records AS r
            WHERE r.order_id = of_order AND r.kind IN ('sale', 'order'));
END $$;

-- The record of a return, as core.fiscal_document has it.
CREATE FUNCTION core.fiscal_of_return(of_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT core.fiscal_document(r) FROM storedesk.fiscal_records AS r WHERE r.return_id = of_return);
END $$;

-- The first and the last record of a shift: {first, last}; null where it has none. The records of a shift follow on
-- each other, for a register has one open shift.
CREATE FUNCTION core.fiscal_of_shift(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('first', min(n.number), 'last', max(n.number))
        FROM (
            SELECT r.number
            FROM (
                SELECT p.order_id FROM storedesk.order_payments AS p WHERE p.till_session_id = of_shift
                UNION SELECT s.order_id FROM storedesk.pos_sales AS s WHERE s.till_session_id = of_shift
                UNION SELECT b.order_id FROM storedesk.order_returns AS b WHERE b.till_session_id = of_shift
            ) AS o
            CROSS JOIN LATERAL (
                SELECT f.number, f.till_session_id FROM storedesk.fiscal_records AS f
                WHERE f.order_id = o.order_id AND f.kind IN ('sale', 'order')
                UNION ALL
                SELECT f.number, f.till_session_id FROM storedesk.fiscal_records AS f
                WHERE f.order_id = o.order_id AND f.kind = 'cancellation'
                UNION ALL
                SELECT f.number, f.till_session_id
                FROM storedesk.order_returns AS b JOIN storedesk.fiscal_records AS f ON f.return_id = b.id
                WHERE b.order_id = o.order_id
            ) AS r
            WHERE r.till_session_id = of_shift
            UNION ALL
            SELECT f.number
            FROM storedesk.open_returns AS v JOIN storedesk.fiscal_records AS f ON f.open_return_id = v.id
            WHERE v.till_session_id = of_shift
        ) AS n
        HAVING count(*) > 0
    );
END $$;

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['fiscal_records', 'fiscal_start'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;
