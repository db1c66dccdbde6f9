-- Times and versions of rows that are edited in forms.

-- For rows that are edited in forms: counts the version and sets the times. In the owner's sessions a given time
-- stands, so that history may lie in the past.
CREATE FUNCTION core.stamp() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.stamp_instant();
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NEW.created_at = localtimestamp OR NOT core.belongs('owner') THEN  -- the column's default
            NEW.created_at := instant;
        END IF;

        NEW.version := 1;
        NEW.updated_at := NEW.created_at;
        RETURN NEW;
    END IF;

    NEW.created_at := OLD.created_at;
    NEW.version := OLD.version + 1;

    IF NEW.updated_at = OLD.updated_at OR NOT core.belongs('owner') THEN
        NEW.updated_at := instant;
    END IF;

    NEW.updated_at := greatest(NEW.updated_at, NEW.created_at);
    RETURN NEW;
END $$;

-- Sets the times of a row without a version, which belongs to a row that has one.
CREATE FUNCTION core.stamp_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        NEW.created_at := least(NEW.created_at, core.stamp_instant());
        NEW.updated_at := NEW.created_at;
    ELSE
        NEW.created_at := OLD.created_at;
        NEW.updated_at := greatest(core.stamp_instant(), NEW.created_at);
    END IF;

    RETURN NEW;
END $$;
