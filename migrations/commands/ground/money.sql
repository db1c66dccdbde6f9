-- Amounts, and which of them a currency has.

-- How many decimals a currency has: two, or none. Currencies with three do not fit DECIMAL(10,2).
CREATE FUNCTION core.digits(currency text) RETURNS int
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN currency IN (
        'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV',
        'XAF', 'XOF', 'XPF'
    ) THEN 0 ELSE 2 END;
END $$;

-- An amount as it is, if the currency has such an amount. Refuses money_not_exact, money_too_big.
CREATE FUNCTION core.exact(amount numeric, currency text) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_amount(amount);

    IF amount <> round(amount, core.digits(currency)) THEN
        PERFORM core.refuse('money_not_exact', jsonb_build_object('amount', amount::text));
    END IF;

    RETURN round(amount, 2);
END $$;

-- The nearest sum that can be paid in coins; half a coin is rounded away from zero.
CREATE FUNCTION core.round_cash(amount numeric, coin numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN round(round(amount / coin) * coin, 2);
END $$;
