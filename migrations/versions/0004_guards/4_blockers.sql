-- Sessions that kept others waiting, as api.end_blockers found them, and logins that rest because of it.

CREATE TABLE storedesk.blockers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    found_at timestamp NOT NULL DEFAULT now(),      -- one instant for all that one call has found
    found_by name NOT NULL DEFAULT session_user,
    login name NOT NULL,
    pid integer NOT NULL,
    session_started timestamp NOT NULL,             -- with the pid: which session it was
    transaction_started timestamp NOT NULL,
    reason varchar(20) NOT NULL CHECK (reason IN ('locks', 'queue', 'stuck', 'turns', 'company', 'seen')),
    is_ended boolean NOT NULL,                      -- what was only seen stays as it is: see core.in_turns
    CHECK (is_ended <> (reason = 'seen'))
);

CREATE INDEX ix_blockers_login ON storedesk.blockers (login, found_at);

COMMENT ON COLUMN storedesk.blockers.reason IS
    'locks: wrote, or kept somebody waiting, for too long; queue: held the queue of messages; stuck: waited '
    'itself, far too long; turns: its sessions held it by turns; company: of the same login, in a transaction';

CREATE TABLE storedesk.login_pauses (               -- ended by whoever calls api.lift_pauses once it is over
    login name PRIMARY KEY,
    paused_at timestamp NOT NULL,
    paused_until timestamp NOT NULL,
    connection_limit integer NOT NULL CHECK (connection_limit >= -1),   -- what it is given back
    CHECK (paused_until > paused_at)
);

COMMENT ON COLUMN storedesk.audit_event.workstation IS
    'Claimed: the application_name that the client gave itself. Anybody may claim any name; the login is proved.';
