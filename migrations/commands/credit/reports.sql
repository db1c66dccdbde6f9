-- What reports say of store credit: turnover counts the sale that it pays, never that it was issued.

-- What some shifts did with credit: {issued, issues, redeemed, redemptions, refunded, refunds, exchanged, exchanges,
-- payments: [{method, amount}]}; the payments are those for issued credit. What exchanges gave as credit and spent at
-- once is `exchanged`, and among neither what was redeemed nor what was refunded.
CREATE FUNCTION core.credit_totals(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'issued', coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('issue', 'top_up')), 0.00)::text,
            'issues', count(*) FILTER (WHERE e.kind IN ('issue', 'top_up')),
            'redeemed', coalesce(-sum(e.amount) FILTER (WHERE e.kind = 'redeem' AND NOT x.is_own), 0.00)::text,
            'redemptions', count(*) FILTER (WHERE e.kind = 'redeem' AND NOT x.is_own),
            'refunded', coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('refund', 'return') AND NOT x.is_own),
                                 0.00)::text,
            'refunds', count(*) FILTER (WHERE e.kind IN ('refund', 'return') AND NOT x.is_own),
            'exchanged', coalesce(sum(e.amount) FILTER (WHERE e.kind = 'refund' AND x.is_own), 0.00)::text,
            'exchanges', count(*) FILTER (WHERE e.kind = 'refund' AND x.is_own),
            'payments', (
                SELECT coalesce(jsonb_agg(jsonb_build_object('method', p.method, 'amount', p.amount::text)
                                          ORDER BY p.method), '[]')
                FROM (SELECT c.method, sum(c.amount) AS amount FROM storedesk.credit_payments AS c
                      WHERE c.till_session_id = ANY (of_shifts) GROUP BY c.method) AS p
            )
        )
        FROM storedesk.credit_entries AS e
        LEFT JOIN storedesk.order_payments AS p ON p.id = e.order_payment_id
        CROSS JOIN LATERAL (
            SELECT EXISTS (SELECT FROM storedesk.exchanges AS o WHERE o.credit_account_id = e.account_id
                           AND (o.return_id = p.return_id OR o.order_id = p.order_id AND p.kind = 'payment')) AS is_own
        ) AS x
        WHERE e.till_session_id = ANY (of_shifts)
    );
END $$;

-- What the store owes to all who have credit.
CREATE FUNCTION core.credit_owed() RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(sum(a.balance_amount), 0.00) FROM storedesk.credit_accounts AS a);
END $$;
