-- Parcels that did not leave after all, and numbers that belong to one parcel.

CREATE TABLE storedesk.shipment_recalls (       -- not shipped after all: the order stays shipped, and is to be shipped again
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    reason varchar(500) NOT NULL CHECK (storedesk.is_clean_line(reason)),
    actor_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL,
    ended_as varchar(20),
    ended_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    ended_at timestamp,
    CONSTRAINT chk_shipment_recall_ended CHECK (
        (ended_as IS NULL) = (ended_at IS NULL) AND ended_as IN ('shipped', 'returned') AND ended_at >= created_at
    )
);

CREATE UNIQUE INDEX uq_shipment_recalls_open ON storedesk.shipment_recalls (order_id) WHERE ended_at IS NULL;
CREATE INDEX ix_shipment_recalls_order ON storedesk.shipment_recalls (order_id);

ALTER TABLE storedesk.order_changes
    DROP CONSTRAINT order_changes_what_check,
    ADD CONSTRAINT chk_order_change_what CHECK (what IN ('tracking', 'address', 'return', 'recall'));

-- whoever types a number that another parcel has is asked
CREATE INDEX ix_orders_tracking ON public.orders (upper(translate(tracking_number, ' ._-', '')))
WHERE tracking_number IS NOT NULL;

ALTER TABLE storedesk.store_settings            -- whether a parcel's pieces are to be scanned before it is shipped
    ADD COLUMN pack_by_scan boolean NOT NULL DEFAULT true;
