-- Whether a picture is a PNG of at most so many pixels and bytes, by its first bytes: a reader sets aside as much
-- memory as they say. Null for none.
CREATE FUNCTION storedesk.is_png(content bytea, widest integer, tallest integer, longest integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN content IS NULL THEN NULL
    WHEN octet_length(content) NOT BETWEEN 57 AND longest  -- the smallest that has a picture in it
        OR substr(content, 1, 8) <> '\x89504e470d0a1a0a'
        OR substr(content, 9, 8) <> '\x0000000d49484452'   -- 13 bytes of IHDR: width, height, depth, kind
        OR substr(content, 17, 2) <> '\x0000' OR substr(content, 21, 2) <> '\x0000' THEN false
    ELSE get_byte(content, 18) * 256 + get_byte(content, 19) BETWEEN 1 AND widest
        AND get_byte(content, 22) * 256 + get_byte(content, 23) BETWEEN 1 AND tallest
END;

CREATE TABLE storedesk.store_logos (            -- the logo on papers; store_settings.logo_sha256 names it
    sha256 char(64) PRIMARY KEY,
    page bytea NOT NULL CHECK (storedesk.is_png(page, 640, 240, 163840)),   -- in color, for whole pages
    strip bytea NOT NULL CHECK (storedesk.is_png(strip, 384, 160, 16384)),  -- black and white, 8 dots a millimeter
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_logo_name CHECK (sha256 = encode(sha256(page || strip), 'hex'))
);

UPDATE storedesk.store_settings SET logo_sha256 = NULL WHERE logo_sha256 IS NOT NULL;  -- there was none to name

ALTER TABLE storedesk.store_settings
    ADD CONSTRAINT fk_settings_logo FOREIGN KEY (logo_sha256) REFERENCES storedesk.store_logos (sha256) ON DELETE RESTRICT;
