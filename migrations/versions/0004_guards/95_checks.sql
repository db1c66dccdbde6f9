-- What text the tables that came with this revision take, beside what stands in their own files.

ALTER TABLE storedesk.shipment_recalls
    ADD CONSTRAINT chk_recall_no_card CHECK (NOT storedesk.has_card_number(reason));
