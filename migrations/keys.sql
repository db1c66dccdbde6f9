-- Keys that sign links to customers' accounts, and that codes of gift cards are made with. They are in no backup, and who makes backups may not read them:
-- a dump has the table without its rows, or, of the login for backups, not even the table. So both are made
-- where they are missing, and what was signed before is worth nothing there. Run as the owner at each upgrade,
-- after the tables.
CREATE TABLE IF NOT EXISTS storedesk.secrets (
    name varchar(50) PRIMARY KEY,
    secret bytea NOT NULL CHECK (octet_length(secret) >= 32),
    made_at timestamp NOT NULL DEFAULT now()
);

INSERT INTO storedesk.secrets (name, secret, made_at)
SELECT 'password_reset',
       sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
       clock_timestamp() AT TIME ZONE 'UTC'
WHERE NOT EXISTS (SELECT FROM storedesk.secrets AS s WHERE s.name = 'password_reset');

-- Codes of gift cards are made with it; those that were made keep working with another one, by their hashes.
INSERT INTO storedesk.secrets (name, secret, made_at)
SELECT 'credit_codes',
       sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
       clock_timestamp() AT TIME ZONE 'UTC'
WHERE NOT EXISTS (SELECT FROM storedesk.secrets AS s WHERE s.name = 'credit_codes');
