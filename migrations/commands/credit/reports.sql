-- What reports say of store credit: turnover counts the sale that it pays, never that it was issued.

-- What some shifts did with credit: {issued, issues, redeemed, redemptions, refunded, refunds, payments: [{method,
-- amount}]}; the payments are those for issued credit.
CREATE FUNCTION core.credit_totals(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'issued', coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('issue', 'top_up')), 0.00)::text,
            'issues', count(*) FILTER (WHERE e.kind IN ('issue', 'top_up')),
            'redeemed', coalesce(-sum(e.amount) FILTER (WHERE e.kind = 'redeem'), 0.00)::text,
            'redemptions', count(*) FILTER (WHERE e.kind = 'redeem'),
            'refunded', coalesce(sum(e.amount) FILTER (WHERE e.kind = 'refund'), 0.00)::text,
            'refunds', count(*) FILTER (WHERE e.kind = 'refund'),
            'payments', (
                SELECT coalesce(jsonb_agg(jsonb_build_object('method', p.method, 'amount', p.amount::text)
                                          ORDER BY p.method), '[]')
                FROM (SELECT c.method, sum(c.amount) AS amount FROM storedesk.credit_payments AS c
                      WHERE c.till_session_id = ANY (of_shifts) GROUP BY c.method) AS p
            )
        )
        FROM storedesk.credit_entries AS e WHERE e.till_session_id = ANY (of_shifts)
    );
END $$;

-- What the store owes to all who have credit.
CREATE FUNCTION core.credit_owed() RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(sum(a.balance_amount), 0.00) FROM storedesk.credit_accounts AS a);
END $$;
