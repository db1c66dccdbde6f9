-- The sums of days that are over: see docs/decisions/0055. They are made from the rows, and can be thrown away.

CREATE TABLE storedesk.day_totals (             -- of a day of the store's calendar, in the time zone it had then
    begins timestamp PRIMARY KEY CHECK (storedesk.is_instant(begins)),
    ends timestamp NOT NULL CHECK (storedesk.is_instant(ends) AND ends > begins),
    summed_at timestamp NOT NULL CHECK (storedesk.is_instant(summed_at)),
    orders integer NOT NULL,
    pieces bigint NOT NULL,
    discounts numeric NOT NULL,
    paid numeric NOT NULL,
    added_tax numeric NOT NULL,
    shipping numeric NOT NULL,
    included_tax numeric NOT NULL,
    returns integer NOT NULL,
    refunded numeric NOT NULL,
    shipping_back numeric NOT NULL,
    added_back numeric NOT NULL,
    included_back numeric NOT NULL,
    past_orders integer NOT NULL,               -- imported past sales are in no other column
    past_pieces bigint NOT NULL,
    past_sold numeric NOT NULL,
    past_back numeric NOT NULL,
    CONSTRAINT ex_day_totals_once EXCLUDE USING gist (tsrange(begins, ends) WITH &&)  -- no instant counts twice
);

CREATE TABLE storedesk.day_lines (              -- of such a day, by product, variant and rate of tax
    begins timestamp NOT NULL REFERENCES storedesk.day_totals (begins) ON DELETE CASCADE,
    place integer NOT NULL,
    is_past boolean NOT NULL,                   -- imported past sales
    product_id uuid,                            -- as it was in the lines; null: past sales of no product
    variant_id uuid,
    rate numeric(7, 5),
    words varchar(200),                         -- what the lines call the variant
    pieces bigint,
    amount numeric,
    discount numeric,
    foreign_tax numeric,
    refunded numeric,
    added_back numeric,
    taxed_back numeric,
    PRIMARY KEY (begins, place),
    CONSTRAINT chk_day_line_amounts CHECK (
        abs(rate) < 'Infinity' AND abs(amount) < 'Infinity' AND abs(discount) < 'Infinity'
        AND abs(foreign_tax) < 'Infinity' AND abs(refunded) < 'Infinity' AND abs(added_back) < 'Infinity'
        AND abs(taxed_back) < 'Infinity'
    )
);

CREATE TABLE storedesk.month_sums (             -- months, quarters and years of such days, which are read in one piece
    months integer NOT NULL CHECK (months IN (1, 3, 12)),
    begins timestamp NOT NULL CHECK (storedesk.is_instant(begins)),
    ends timestamp NOT NULL CHECK (storedesk.is_instant(ends) AND ends > begins),
    PRIMARY KEY (months, begins)
);

CREATE TABLE storedesk.month_lines (            -- the lines of their days, added up
    months integer NOT NULL,
    begins timestamp NOT NULL,
    place integer NOT NULL,
    is_past boolean NOT NULL,
    product_id uuid,
    variant_id uuid,
    rate numeric(7, 5),
    words varchar(200),
    pieces bigint,
    amount numeric,
    discount numeric,
    foreign_tax numeric,
    refunded numeric,
    added_back numeric,
    taxed_back numeric,
    PRIMARY KEY (months, begins, place),
    CONSTRAINT chk_month_line_amounts CHECK (
        abs(rate) < 'Infinity' AND abs(amount) < 'Infinity' AND abs(discount) < 'Infinity'
        AND abs(foreign_tax) < 'Infinity' AND abs(refunded) < 'Infinity' AND abs(added_back) < 'Infinity'
        AND abs(taxed_back) < 'Infinity'
    ),
    FOREIGN KEY (months, begins) REFERENCES storedesk.month_sums (months, begins) ON DELETE CASCADE
);

CREATE TABLE storedesk.day_changes (            -- a row of this day, by UTC, changed after the day was over
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date NOT NULL
);

CREATE INDEX ix_day_changes_day ON storedesk.day_changes (day);

CREATE TABLE storedesk.day_state (              -- how far days are summed
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    announced timestamp NOT NULL CHECK (storedesk.is_instant(announced)),  -- days until then are going to be summed
    numbered bigint,                            -- a transaction that began to write after it was announced
    settled timestamp CHECK (storedesk.is_instant(settled))  -- until then nobody writes any more who does not know it
);

-- Whoever writes a row of before this instant, in seconds since 1970, says so in day_changes. A sequence, for it is
-- known to everybody from the moment at which it is set, whatever their transactions see.
CREATE SEQUENCE storedesk.days_until AS bigint MINVALUE -100000000000 START -100000000000;

-- The days whose sums are those of their rows (0 months), and the longer spans of such days.
CREATE VIEW storedesk.known_spans AS
SELECT d.months, d.begins, d.ends
FROM (
    SELECT 0 AS months, t.begins, t.ends FROM storedesk.day_totals AS t
    UNION ALL
    SELECT m.months, m.begins, m.ends FROM storedesk.month_sums AS m
) AS d
WHERE extract(epoch FROM d.ends) <= (SELECT s.last_value FROM storedesk.days_until AS s)
  AND NOT EXISTS (
      SELECT FROM storedesk.day_changes AS c
      WHERE c.day >= d.begins::date AND c.day <= (d.ends - interval '1 microsecond')::date
  );
