-- Classes of tax and their dated rates, as admins keep them. What holds already is never changed, so that what was sold
-- keeps its tax: another rate begins on another day.

-- The name of a class, or of a tax as receipts have it. Refuses name_missing, and what clean_words refuses.
CREATE FUNCTION core.tax_name(name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := core.clean_words(name, 100);
BEGIN
    IF clean IS NULL THEN
        PERFORM core.refuse('name_missing');
    END IF;

    RETURN clean;
END $$;

-- A rate for storage. Refuses less than 0, 1 and more, and more than five decimals (bad_rate).
CREATE FUNCTION core.tax_rate(rate numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (rate >= 0 AND rate < 1 AND rate = round(rate, 5)) IS NOT TRUE THEN
        PERFORM core.refuse('bad_rate');
    END IF;

    RETURN round(rate, 5);
END $$;

-- Holds a class of tax until the transaction ends; answers its name. Refuses tax_class_not_found.
CREATE FUNCTION core.hold_tax_class(tax_class uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held text := (SELECT c.name FROM storedesk.tax_classes AS c WHERE c.id = tax_class FOR NO KEY UPDATE);
BEGIN
    IF held IS NULL THEN
        PERFORM core.not_found('tax_class_not_found');
    END IF;

    RETURN held;
END $$;

-- Tells whether something has been sold with a rate since the day began. Of a rate of 0 lines keep nothing, so any
-- line counts.
CREATE FUNCTION core.is_sold_today(name text, rate numeric) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM public.orders AS o
        JOIN public.order_line_items AS l ON l.order_id = o.id
        LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
        WHERE o.created_at >= core.day_start(core.now())
          AND (is_sold_today.rate = 0 OR (t.name = is_sold_today.name AND t.rate = is_sold_today.rate))
    );
END $$;

-- Holds a rate that is to be corrected or taken back; answers it as the trail has it. Refuses tax_class_not_found,
-- rate_not_found, one that is no longer as it was seen (changed_meanwhile), and one that holds since before today, or
-- since today and something was sold with it (rate_in_use).
CREATE FUNCTION core.hold_tax_rate(tax_class uuid, day date, was_name text, was_rate numeric) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    class text := core.hold_tax_class(tax_class);
    today date := core.business_day(core.now());
    held storedesk.tax_rates;
BEGIN
    SELECT * INTO held FROM storedesk.tax_rates AS r WHERE r.tax_class_id = tax_class AND r.valid_from = day;

    IF held.tax_class_id IS NULL THEN
        PERFORM core.not_found('rate_not_found');
    ELSIF (held.name, held.rate) IS DISTINCT FROM (was_name, was_rate) THEN
        PERFORM core.conflict('changed_meanwhile');
    ELSIF day < today OR (day = today AND core.is_sold_today(held.name, held.rate)) THEN
        PERFORM core.refuse('rate_in_use');
    END IF;

    RETURN core.tax_rate_said(class, day, held.name, held.rate);
END $$;

-- A rate as the audit trail names it.
CREATE FUNCTION core.tax_rate_said(class text, day date, name text, rate numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('class', class, 'day', day, 'name', name, 'rate', round(rate, 5)::text);

-- Adds a class of tax with its first rate, which holds from the beginning: nothing is of this class yet. Answers
-- {tax_class}. Refuses name_missing, bad_rate, and what clean_words refuses.
CREATE FUNCTION api.add_tax_class(request uuid, class text, name text, rate numeric) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    clean text := core.tax_name(class);
    tax text := core.tax_name(name);
    share numeric := core.tax_rate(rate);
    made uuid;
BEGIN
    INSERT INTO storedesk.tax_classes (name) VALUES (clean) RETURNING id INTO made;
    INSERT INTO storedesk.tax_rates (tax_class_id, valid_from, name, rate) VALUES (made, '2000-01-01', tax, share);
    PERFORM core.audit('create', 'tax_class', made, NULL, core.tax_rate_said(clean, '2000-01-01', tax, share));
    answer := jsonb_build_object('tax_class', made);
END $$;

-- Gives a class of tax another name, over the one that was seen. Refuses tax_class_not_found, name_missing,
-- changed_meanwhile, and what clean_words refuses.
CREATE FUNCTION api.rename_tax_class(request uuid, tax_class uuid, was text, class text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    clean text := core.tax_name(class);
    held text := core.hold_tax_class(tax_class);
BEGIN
    IF held IS DISTINCT FROM was THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    IF clean <> held THEN
        UPDATE storedesk.tax_classes AS c SET name = clean WHERE c.id = tax_class;
        PERFORM core.audit('rename', 'tax_class', tax_class, jsonb_build_object('class', held),
                           jsonb_build_object('class', clean));
    END IF;
END $$;

-- Makes a class of tax that of whatever names no other, in place of the one that was seen. What was sold keeps its tax.
-- Refuses tax_class_not_found, changed_meanwhile.
CREATE FUNCTION api.make_tax_class_default(request uuid, tax_class uuid, was uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.tax_classes;
    clean text := core.hold_tax_class(tax_class);
BEGIN
    SELECT * INTO held FROM storedesk.tax_classes AS c WHERE c.is_default FOR NO KEY UPDATE;

    IF held.id IS DISTINCT FROM was THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    IF tax_class <> held.id THEN
        UPDATE storedesk.tax_classes AS c SET is_default = false WHERE c.id = held.id;
        UPDATE storedesk.tax_classes AS c SET is_default = true WHERE c.id = tax_class;
        PERFORM core.audit('default', 'tax_class', tax_class, jsonb_build_object('default_class', held.name),
                           jsonb_build_object('default_class', clean));
    END IF;
END $$;

-- Adds a rate that a class of tax has from a day of the store's calendar on. Refuses tax_class_not_found, a day before
-- today (rate_past) or from 2200 on (bad_instant), one on which a rate begins already (rate_day_taken), name_missing,
-- bad_rate, and what clean_words refuses.
CREATE FUNCTION api.add_tax_rate(request uuid, tax_class uuid, day date, name text, rate numeric) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    class text := core.hold_tax_class(tax_class);
    tax text := core.tax_name(name);
    share numeric := core.tax_rate(rate);
BEGIN
    IF NOT storedesk.is_day(day) THEN
        PERFORM core.refuse('bad_instant');
    ELSIF (day >= core.business_day(core.now())) IS NOT TRUE THEN
        PERFORM core.refuse('rate_past');
    END IF;

    INSERT INTO storedesk.tax_rates (tax_class_id, valid_from, name, rate) VALUES (tax_class, day, tax, share)
    ON CONFLICT DO NOTHING;

    IF NOT FOUND THEN
        PERFORM core.conflict('rate_day_taken');
    END IF;

    PERFORM core.audit('rate', 'tax_class', tax_class, NULL, core.tax_rate_said(class, day, tax, share));
END $$;

-- Corrects a rate that has not been sold with, over what was seen of it; see core.hold_tax_rate for what is refused,
-- beside name_missing, bad_rate, and what clean_words refuses.
CREATE FUNCTION api.correct_tax_rate(
    request uuid, tax_class uuid, day date, was_name text, was_rate numeric, name text, rate numeric
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    tax text := core.tax_name(name);
    share numeric := core.tax_rate(rate);
    held jsonb := core.hold_tax_rate(tax_class, day, was_name, was_rate);
    wanted jsonb := core.tax_rate_said(held ->> 'class', day, tax, share);
BEGIN
    IF wanted <> held THEN
        UPDATE storedesk.tax_rates AS r SET name = tax, rate = share
        WHERE r.tax_class_id = tax_class AND r.valid_from = day;
        PERFORM core.audit('rate', 'tax_class', tax_class, held, wanted);
    END IF;
END $$;

-- Takes back a rate that has not been sold with: the one before it goes on. See core.hold_tax_rate for what is refused,
-- and the first rate of a class, without which its goods would have none (rate_in_use).
CREATE FUNCTION api.take_back_tax_rate(
    request uuid, tax_class uuid, day date, was_name text, was_rate numeric
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held jsonb := core.hold_tax_rate(tax_class, day, was_name, was_rate);
BEGIN
    IF NOT EXISTS (SELECT FROM storedesk.tax_rates AS r WHERE r.tax_class_id = tax_class AND r.valid_from < day) THEN
        PERFORM core.refuse('rate_in_use');
    END IF;

    DELETE FROM storedesk.tax_rates AS r WHERE r.tax_class_id = tax_class AND r.valid_from = day;
    PERFORM core.audit('rate', 'tax_class', tax_class, held, NULL);
END $$;
