-- Days have what their goods cost, and are summed by hour, person and register as well: see docs/decisions/0059. What
-- was summed without is summed again.
DELETE FROM storedesk.month_sums;
DELETE FROM storedesk.day_totals;

ALTER TABLE storedesk.day_lines                 -- as in storedesk.cost_figures
    ADD COLUMN inside numeric, ADD COLUMN cost numeric, ADD COLUMN costed numeric, ADD COLUMN costed_inside numeric,
    ADD COLUMN back numeric, ADD COLUMN back_inside numeric, ADD COLUMN cost_back numeric,
    ADD COLUMN costed_back numeric, ADD COLUMN costed_back_inside numeric,
    ADD CONSTRAINT chk_day_line_costs CHECK (
        abs(inside) < 'Infinity' AND abs(cost) < 'Infinity' AND abs(costed) < 'Infinity'
        AND abs(costed_inside) < 'Infinity' AND abs(back) < 'Infinity' AND abs(back_inside) < 'Infinity'
        AND abs(cost_back) < 'Infinity' AND abs(costed_back) < 'Infinity' AND abs(costed_back_inside) < 'Infinity'
    );

ALTER TABLE storedesk.month_lines
    ADD COLUMN inside numeric, ADD COLUMN cost numeric, ADD COLUMN costed numeric, ADD COLUMN costed_inside numeric,
    ADD COLUMN back numeric, ADD COLUMN back_inside numeric, ADD COLUMN cost_back numeric,
    ADD COLUMN costed_back numeric, ADD COLUMN costed_back_inside numeric,
    ADD CONSTRAINT chk_month_line_costs CHECK (
        abs(inside) < 'Infinity' AND abs(cost) < 'Infinity' AND abs(costed) < 'Infinity'
        AND abs(costed_inside) < 'Infinity' AND abs(back) < 'Infinity' AND abs(back_inside) < 'Infinity'
        AND abs(cost_back) < 'Infinity' AND abs(costed_back) < 'Infinity' AND abs(costed_back_inside) < 'Infinity'
    );

CREATE TABLE storedesk.day_parts (              -- of such a day, what was sold and came back in it, by whom and where
    begins timestamp NOT NULL REFERENCES storedesk.day_totals (begins) ON DELETE CASCADE,
    place integer NOT NULL,
    part varchar(8) NOT NULL CHECK (part IN ('quarter', 'person', 'register')),
    quarter timestamp CHECK (storedesk.is_instant(quarter)),  -- of an hour, when it begins: of whatever time zone
    key varchar(36),                            -- the id of a person or register; null: of none; 'past': imported
    orders bigint NOT NULL,
    paid numeric NOT NULL,
    added_tax numeric NOT NULL,
    included_tax numeric NOT NULL,
    pieces bigint NOT NULL,
    discounts numeric NOT NULL,
    returns bigint NOT NULL,
    refunded numeric NOT NULL,
    added_back numeric NOT NULL,
    included_back numeric NOT NULL,
    past_orders bigint NOT NULL,
    past_pieces bigint NOT NULL,
    past_sold numeric NOT NULL,
    past_back numeric NOT NULL,
    PRIMARY KEY (begins, place),
    CHECK ((part = 'quarter') = (quarter IS NOT NULL) AND (key IS NULL OR part <> 'quarter'))
);

CREATE TABLE storedesk.day_costs (              -- of such a day, what its goods cost, in all and by the same
    begins timestamp NOT NULL REFERENCES storedesk.day_totals (begins) ON DELETE CASCADE,
    place integer NOT NULL,
    part varchar(8) NOT NULL CHECK (part IN ('day', 'quarter', 'person', 'register')),
    quarter timestamp CHECK (storedesk.is_instant(quarter)),
    key varchar(36),
    rate numeric(7, 5) CHECK (abs(rate) < 'Infinity'),
    amount numeric,
    inside numeric,
    cost numeric,
    costed numeric,
    costed_inside numeric,
    back numeric,
    back_inside numeric,
    cost_back numeric,
    costed_back numeric,
    costed_back_inside numeric,
    PRIMARY KEY (begins, place),
    CHECK ((part = 'quarter') = (quarter IS NOT NULL) AND (key IS NULL OR part IN ('person', 'register')))
);
