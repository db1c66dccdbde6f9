-- The store's settings.

-- Holds the settings to the rules. Refuses another currency, time zone or way of taxing once there is an order, a
-- sale in progress or a gift card (fixed_by_orders), a time zone that PostgreSQL does not know (unknown_time_zone), and
-- a currency with three decimals, which no price here has (currency_thousandths): as domain/values/money.py has them.
CREATE FUNCTION core.guard_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.walk_in_customer_id := OLD.walk_in_customer_id;
    NEW.made_at := OLD.made_at;

    IF (NEW.currency, NEW.time_zone, NEW.tax_mode) <> (OLD.currency, OLD.time_zone, OLD.tax_mode) THEN
        PERFORM core.check_isolation();
        LOCK TABLE public.orders, storedesk.till_carts, storedesk.credit_accounts
            IN SHARE MODE;  -- the first must not arrive meanwhile

        IF EXISTS (SELECT FROM public.orders) OR EXISTS (SELECT FROM storedesk.till_carts)
            OR EXISTS (SELECT FROM storedesk.credit_accounts) THEN
            PERFORM core.refuse('fixed_by_orders');
        END IF;
    END IF;

    IF NEW.currency <> OLD.currency
        AND NEW.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN
        PERFORM core.refuse('currency_thousandths');
    END IF;

    IF NEW.time_zone <> OLD.time_zone
        AND NOT EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = NEW.time_zone) THEN
        PERFORM core.refuse('unknown_time_zone', jsonb_build_object('time_zone', NEW.time_zone));
    END IF;

    RETURN NEW;
END $$;

-- Writes the changed settings into the audit trail; a new currency becomes that of all prices.
CREATE FUNCTION core.audit_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fields text[] := core.changes(to_jsonb(OLD), to_jsonb(NEW));
BEGIN
    IF NEW.currency <> OLD.currency THEN
        UPDATE public.products SET price_currency = NEW.currency;
    END IF;

    IF fields <> '{}' THEN
        PERFORM core.audit(
            'change', 'store', NULL,
            (SELECT jsonb_object_agg(f, to_jsonb(OLD) -> f) FROM unnest(fields) AS f),
            (SELECT jsonb_object_agg(f, to_jsonb(NEW) -> f) FROM unnest(fields) AS f)
        );
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.guard_settings();

CREATE TRIGGER audit AFTER UPDATE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.audit_settings();

CREATE TRIGGER append_only BEFORE DELETE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.append_only();

-- The letter of a way to pay as it is stored: small, and null for none. Refuses what is no letter, or more than one
-- (tender_letter_bad).
CREATE FUNCTION core.clean_letter(letter text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := lower(core.clean_line(letter, 10));
BEGIN
    -- some systems call the digits of other scripts letters
    IF clean !~ '^[[:alpha:]]$' OR storedesk.plain_digits(clean) ~ '[0-9]' THEN
        PERFORM core.refuse('tender_letter_bad');
    END IF;

    RETURN clean;
END $$;

-- Rules for labels of scales as they are stored: null for none. Refuses what is no rule, and two for one prefix
-- (scale_code_bad, scale_code_twice).
CREATE FUNCTION core.clean_scale_codes(rules jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    twice text;
BEGIN
    IF rules IS NULL OR rules IN ('null', '[]') THEN
        RETURN NULL;
    ELSIF jsonb_typeof(rules) = 'array' THEN
        SELECT min(r.rule ->> 'prefix') INTO twice
        FROM jsonb_array_elements(rules) AS r (rule)
        GROUP BY r.rule ->> 'prefix' HAVING count(*) > 1;
    END IF;

    IF twice IS NOT NULL THEN
        PERFORM core.refuse('scale_code_twice', jsonb_build_object('prefix', left(twice, 2)));
    ELSIF NOT storedesk.are_scale_codes(rules) THEN
        PERFORM core.refuse('scale_code_bad');
    END IF;

    RETURN rules;
END $$;

-- Reads what is wanted of the settings of a form over those that are held: lines are cleaned, and what is empty is
-- null, or - in the address. Refuses a setting that no form has (setting_not_found), a store without a name
-- (name_missing), country_unknown, two ways to pay with one letter (tender_letter_taken), and what clean_words,
-- clean_receipt_text, clean_mail_texts, clean_carriers, clean_scale_codes, clean_letter and exact refuse.
CREATE FUNCTION core.clean_settings(held storedesk.store_settings, changes jsonb) RETURNS storedesk.store_settings
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted storedesk.store_settings;
    unknown text := (
        SELECT min(k.name) FROM jsonb_object_keys(changes) AS k (name)
        WHERE k.name <> ALL (ARRAY[
            'name', 'phone', 'tax_id', 'store_street', 'store_city', 'store_state', 'store_postal_code',
            'store_country', 'language', 'first_tender', 'largest_note_amount', 'cash_rounding', 'return_days',
            'web_address', 'pending_order_days', 'idle_basket_days', 'pack_by_scan', 'new_products_on_sale',
            'count_tolerance_pieces', 'count_tolerance_amount', 'backup_time', 'backup_folder', 'backups_kept',
            'shift_tolerance_amount', 'cash_letter', 'card_letter', 'paypal_letter', 'gift_letter',
            'receipt_header', 'receipt_footer', 'replica_address', 'carriers', 'scale_codes',
            'receipt_mail_subject', 'receipt_mail_text',
            'confirmation_mail_subject', 'confirmation_mail_text',
            'shipped_mail_subject', 'shipped_mail_text',
            'canceled_mail_subject', 'canceled_mail_text',
            'verification_mail_subject', 'verification_mail_text',
            'password_mail_subject', 'password_mail_text'
        ])
    );
BEGIN
    IF unknown IS NOT NULL THEN
        PERFORM core.not_found('setting_not_found', jsonb_build_object('setting', left(unknown, 100)));
    END IF;

    wanted := jsonb_populate_record(held, changes);
    wanted.name := core.clean_words(wanted.name, 200);
    wanted.phone := core.clean_line(wanted.phone, 50);
    wanted.tax_id := core.clean_line(wanted.tax_id, 50);
    wanted.web_address := core.clean_line(wanted.web_address, 500);
    wanted.backup_time := core.clean_line(wanted.backup_time, 5);
    wanted.backup_folder := core.clean_line(wanted.backup_folder, 1000);
    wanted.replica_address := core.clean_line(wanted.replica_address, 261);
    wanted.receipt_header := core.clean_receipt_text(wanted.receipt_header);
    wanted.receipt_footer := core.clean_receipt_text(wanted.receipt_footer);
    wanted := jsonb_populate_record(wanted, core.clean_mail_texts(to_jsonb(wanted)));
    wanted.carriers := core.clean_carriers(wanted.carriers);
    wanted.scale_codes := core.clean_scale_codes(wanted.scale_codes);
    wanted.cash_letter := core.clean_letter(wanted.cash_letter);
    wanted.card_letter := core.clean_letter(wanted.card_letter);
    wanted.paypal_letter := core.clean_letter(wanted.paypal_letter);
    wanted.gift_letter := core.clean_letter(wanted.gift_letter);
    wanted.store_street := coalesce(core.clean_words(wanted.store_street, 200), '-');
    wanted.store_city := coalesce(core.clean_words(wanted.store_city, 100), '-');
    wanted.store_state := coalesce(core.clean_words(wanted.store_state, 100), '');
    wanted.store_postal_code := coalesce(core.clean_line(wanted.store_postal_code, 20), '-');

    IF wanted.name IS NULL THEN
        PERFORM core.refuse('name_missing');
    END IF;

    IF wanted.store_country !~ '^[A-Z]{2}$' THEN
        PERFORM core.refuse('country_unknown', jsonb_build_object('country', wanted.store_country));
    END IF;

    PERFORM core.refuse('tender_letter_taken', jsonb_build_object('letter', mode() WITHIN GROUP (ORDER BY l.letter)))
    FROM unnest(ARRAY[
        wanted.cash_letter, wanted.card_letter, wanted.paypal_letter, wanted.gift_letter
    ]) AS l (letter)
    HAVING count(l.letter) > count(DISTINCT l.letter);

    PERFORM core.exact((changes ->> a.name)::numeric, held.currency)  -- as given: the columns would round it
    FROM unnest(ARRAY['largest_note_amount', 'count_tolerance_amount', 'shift_tolerance_amount']) AS a (name);

    RETURN wanted;
END $$;

-- Changes settings of the store, {column: value}, over those that were seen: the trail has what they were. Answers the
-- version that they have now. Refuses a version that is no longer the store's (changed_meanwhile), and what
-- clean_settings refuses.
CREATE FUNCTION api.change_settings(request uuid, seen int, changes jsonb) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.store_settings;
    wanted storedesk.store_settings;
BEGIN
    SELECT * INTO held FROM storedesk.store_settings FOR NO KEY UPDATE;

    IF held.version IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    wanted := core.clean_settings(held, changes);

    IF wanted IS DISTINCT FROM held THEN
        UPDATE storedesk.store_settings AS s
        SET name = wanted.name, phone = wanted.phone, tax_id = wanted.tax_id,
            store_street = wanted.store_street, store_city = wanted.store_city, store_state = wanted.store_state,
            store_postal_code = wanted.store_postal_code, store_country = wanted.store_country,
            language = wanted.language, first_tender = wanted.first_tender,
            largest_note_amount = wanted.largest_note_amount, cash_rounding = wanted.cash_rounding,
            return_days = wanted.return_days, web_address = wanted.web_address,
            pending_order_days = wanted.pending_order_days, idle_basket_days = wanted.idle_basket_days,
            pack_by_scan = wanted.pack_by_scan, new_products_on_sale = wanted.new_products_on_sale,
            count_tolerance_pieces = wanted.count_tolerance_pieces,
            count_tolerance_amount = wanted.count_tolerance_amount,
            backup_time = wanted.backup_time, backup_folder = wanted.backup_folder,
            backups_kept = wanted.backups_kept, shift_tolerance_amount = wanted.shift_tolerance_amount,
            cash_letter = wanted.cash_letter, card_letter = wanted.card_letter,
            paypal_letter = wanted.paypal_letter, gift_letter = wanted.gift_letter,
            receipt_header = wanted.receipt_header, receipt_footer = wanted.receipt_footer,
            replica_address = wanted.replica_address, carriers = wanted.carriers,
            scale_codes = wanted.scale_codes,
            receipt_mail_subject = wanted.receipt_mail_subject,
            receipt_mail_text = wanted.receipt_mail_text,
            confirmation_mail_subject = wanted.confirmation_mail_subject,
            confirmation_mail_text = wanted.confirmation_mail_text,
            shipped_mail_subject = wanted.shipped_mail_subject,
            shipped_mail_text = wanted.shipped_mail_text,
            canceled_mail_subject = wanted.canceled_mail_subject,
            canceled_mail_text = wanted.canceled_mail_text,
            verification_mail_subject = wanted.verification_mail_subject,
            verification_mail_text = wanted.verification_mail_text,
            password_mail_subject = wanted.password_mail_subject,
            password_mail_text = wanted.password_mail_text;
    END IF;

    answer := jsonb_build_object('version', (SELECT s.version FROM storedesk.store_settings AS s));
END $$;
