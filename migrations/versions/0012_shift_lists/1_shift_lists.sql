CREATE INDEX ix_till_sessions_opened            -- the list of all shifts, the newest first, and those of a day
    ON storedesk.till_sessions (opened_at, id);

CREATE INDEX ix_order_returns_session           -- what came back in a shift
    ON storedesk.order_returns (till_session_id) WHERE till_session_id IS NOT NULL;
