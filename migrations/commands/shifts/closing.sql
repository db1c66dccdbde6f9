-- The end of a shift: the drawer is counted before anybody learns what should be in it. A count stands; a
-- correction is one more count, and both are on the Z report.

-- The last count of a shift, if no money has moved since; null where there is none.
CREATE FUNCTION core.last_count(of_shift uuid) RETURNS storedesk.till_session_counts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts;
BEGIN
    SELECT * INTO last FROM storedesk.till_session_counts AS c
    WHERE c.till_session_id = of_shift ORDER BY c.id DESC LIMIT 1;

    RETURN CASE WHEN last.expected_amount = core.expected_cash(of_shift) THEN last END;
END $$;

-- Writes down what was counted in the drawer of a shift that the caller holds; the same number again is not
-- another count. Refuses less than zero (bad_amount), and what exact refuses.
CREATE FUNCTION core.count_drawer(of_shift uuid, counted numeric, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts := core.last_count(of_shift);
    given numeric := core.exact(counted, (SELECT s.currency FROM storedesk.store_settings AS s));
BEGIN
    IF coalesce(given, -1) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    IF given IS DISTINCT FROM last.counted_amount THEN
        INSERT INTO storedesk.till_session_counts (
            till_session_id, counted_amount, expected_amount, is_correction, counted_by, counted_at
        ) VALUES (of_shift, given, core.expected_cash(of_shift), last.id IS NOT NULL, actor, instant);
    END IF;
END $$;

-- Refuses to close a shift while its drawer has cash for a part of a sale that is not paid yet (cash_in_sale): no
-- report could say whose it is.
CREATE FUNCTION core.check_no_cash_in_sales(of_shift uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found record;
BEGIN
    SELECT c.register_id, sum(h.amount) AS amount INTO found
    FROM storedesk.till_tenders AS h JOIN storedesk.till_carts AS c ON c.order_id = h.order_id
    WHERE h.method = 'cash'
      AND core.drawer(c.register_id) = (SELECT t.register_id FROM storedesk.till_sessions AS t WHERE t.id = of_shift)
    GROUP BY c.register_id;

    IF found.amount > 0 THEN
        PERFORM core.refuse('cash_in_sale', jsonb_build_object(
            'amount', found.amount::text, 'currency', (SELECT s.currency FROM storedesk.store_settings AS s),
            'register', core.register_name(found.register_id)
        ));
    END IF;
END $$;

-- Closes a shift that the caller holds with what was counted, and answers its Z report. A difference needs a
-- reason: where none is given the count stands and the shift stays open, for a refusal would undo the count. Who
-- has seen the difference already is refused (difference_needs_reason). A difference beyond the store's tolerance, or
-- a correction, is to be approved by a manager, unless a manager closes. The books are sealed last. Refuses a count
-- that was answered before money moved again (drawer_moved), and what check_no_cash_in_sales, count_drawer and
-- clean_words refuse.
CREATE FUNCTION core.close_shift(
    of_shift uuid, counted numeric, reason text, actor uuid, instant timestamp, is_manager boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known storedesk.till_session_counts := core.last_count(of_shift);
    last storedesk.till_session_counts;
    why text := core.clean_words(reason, 500);
    difference numeric;
    tolerance numeric := (SELECT s.shift_tolerance_amount FROM storedesk.store_settings AS s);
BEGIN
    IF known.id IS NULL AND counted = (SELECT c.counted_amount FROM storedesk.till_session_counts AS c
                                      WHERE c.till_session_id = of_shift ORDER BY c.id DESC LIMIT 1) THEN
        PERFORM core.conflict('drawer_moved');
    END IF;

    PERFORM core.check_no_cash_in_sales(of_shift);
    PERFORM core.count_drawer(of_shift, counted, actor, instant);
    last := core.last_count(of_shift);
    difference := last.counted_amount - last.expected_amount;

    IF difference <> 0 AND why IS NULL THEN
        IF known.id = last.id THEN
            PERFORM core.refuse('difference_needs_reason', jsonb_build_object('difference', difference::text));
        END IF;

        RETURN core.shift_report(of_shift);
    END IF;

    UPDATE storedesk.till_sessions AS t
    SET status = 'closed', closed_by = actor, closed_at = instant, version = t.version + 1,
        expected_cash_amount = last.expected_amount, counted_cash_amount = last.counted_amount,
        credit_owed_amount = core.credit_owed(), difference_amount = difference,
        difference_reason = CASE WHEN difference <> 0 THEN why END,
        unapproved = (abs(difference) > tolerance OR last.is_correction) AND NOT is_manager,
        z_number = (SELECT coalesce(max(z.z_number), 0) + 1 FROM storedesk.till_sessions AS z
                    WHERE z.register_id = t.register_id)
    WHERE t.id = of_shift;
    UPDATE storedesk.till_session_people AS p SET left_at = greatest(instant, p.joined_at)
    WHERE p.till_session_id = of_shift AND p.left_at IS NULL;
    PERFORM core.seal(of_shift, instant, most => 5000);

    RETURN core.shift_report(of_shift);
END $$;

-- Counts the drawer of a shift, and answers the report, which says now what was expected. Refuses what
-- hold_shift_as and count_drawer refuse.
CREATE FUNCTION api.count_shift(request uuid, shift uuid, counted numeric) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_shift_as(shift, me, 'count_shift');
    PERFORM core.count_drawer(shift, counted, me, core.now());
    answer := core.shift_report(shift);
END $$;

-- Closes a shift, for one of its people or a manager; one that is closed already is only reported again. Refuses
-- what hold_shift_as and core.close_shift refuse.
CREATE FUNCTION api.close_shift(request uuid, shift uuid, counted numeric, reason text DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    state text;
BEGIN
    SELECT t.status INTO state FROM storedesk.till_sessions AS t WHERE t.id = shift FOR NO KEY UPDATE;

    IF state = 'closed' THEN
        answer := core.shift_report(shift);
    ELSE
        PERFORM core.hold_shift_as(shift, me, 'close_shift');
        answer := core.close_shift(
            shift, counted, reason, actor => me, instant => core.now(), is_manager => core.belongs('manager')
        );
    END IF;
END $$;
