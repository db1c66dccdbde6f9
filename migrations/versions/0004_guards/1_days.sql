-- What was seen of the server's clock. Work that clears away or cancels believes it only while it goes on
-- in small steps: see migrations/commands/ground/clock.sql.
CREATE TABLE storedesk.clock (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    believed_at timestamp NOT NULL,                 -- the last look at which it was believed
    seen_at timestamp NOT NULL,                     -- the last look
    doubted_since timestamp,                        -- the first look since which it is not believed
    days_seen integer NOT NULL DEFAULT 0 CHECK (days_seen >= 0),  -- days on which it went on since then
    CONSTRAINT chk_clock_instants CHECK (
        storedesk.is_instant(believed_at) AND storedesk.is_instant(seen_at) AND storedesk.is_instant(doubted_since)
    ),
    CONSTRAINT chk_clock_doubt CHECK (doubted_since IS NOT NULL OR (seen_at = believed_at AND days_seen = 0))
);

INSERT INTO storedesk.clock (believed_at, seen_at)
SELECT n.instant, n.instant FROM (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS instant) AS n;
