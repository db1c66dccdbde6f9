-- What only a superuser can set up, and what needs the commands: run at each upgrade, after them.

-- Some statements about tables ask for a lock that stops the whole store before they ask whether they are
-- allowed (CREATE RULE, CREATE TRIGGER, COMMENT). So nobody but a superuser gets that far.
CREATE EVENT TRIGGER storedesk_refuse_ddl ON ddl_command_start EXECUTE FUNCTION core.refuse_ddl();
