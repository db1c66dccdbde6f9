-- The two schemas of the commands, made anew at each upgrade in one transaction, so that nothing outlives its
-- file: `api` is what staff and other programs may call; `core` is called by `api`, by demo data and by imports
-- of history.
--
-- A new command: a function in `api`, LANGUAGE command, in its noun's file, with what it does (guards in the
-- WHERE; what others do as well is a function in `core` that takes who and when as arguments), and a line in
-- grants.toml; a refusal is one code here and one sentence in domain/refusals/errors.py. An upgrade adds what
-- all commands have in common: see docs/decisions/0024.
--
-- Trigger functions are SECURITY DEFINER: they run for people who may not even look into `core`.

DROP SCHEMA IF EXISTS api, core CASCADE;

CREATE SCHEMA core;

CREATE SCHEMA api;
