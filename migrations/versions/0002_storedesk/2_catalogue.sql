-- What hangs on products: codes, search, pictures, and where they came from.

CREATE TABLE storedesk.product_barcodes (       -- every code a scanner may send: also the SKU of a product without variants
    barcode varchar(64) PRIMARY KEY CHECK (barcode = btrim(barcode) AND barcode <> ''),
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_product_barcodes_product ON storedesk.product_barcodes (product_id);
CREATE INDEX ix_product_barcodes_variant ON storedesk.product_barcodes (variant_id) WHERE variant_id IS NOT NULL;
CREATE UNIQUE INDEX uq_product_barcodes_ci ON storedesk.product_barcodes (upper(barcode));

CREATE TABLE storedesk.product_search (         -- one text a product, kept by triggers: name, codes, category
    product_id uuid PRIMARY KEY REFERENCES public.products (id) ON DELETE CASCADE,
    words text NOT NULL,
    on_sale boolean NOT NULL
);

CREATE INDEX ix_product_search_words ON storedesk.product_search USING gin (words storedesk.gin_trgm_ops);

CREATE TABLE storedesk.product_sources (        -- where an imported product came from, and columns we have no place for
    product_id uuid PRIMARY KEY REFERENCES public.products (id) ON DELETE CASCADE,
    source varchar(100) NOT NULL,
    reference varchar(255) NOT NULL,
    extra jsonb NOT NULL DEFAULT '{}',
    UNIQUE (source, reference)
);

CREATE TABLE storedesk.media (                  -- product_images.url is 'media/<sha256>.<type>', so that every till sees it
    sha256 char(64) PRIMARY KEY,
    media_type varchar(50) NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    content bytea NOT NULL CHECK (octet_length(content) <= 5242880),
    created_at timestamp NOT NULL DEFAULT now()
);
