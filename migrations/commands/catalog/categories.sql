-- The tree of categories, three levels deep.

-- Trims the name of a category: the unique index ignores case, not blanks.
CREATE FUNCTION core.trim_category() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.name := btrim(NEW.name);
    RETURN NEW;
END $$;

CREATE TRIGGER a_trim BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.trim_category();

-- A category and those above it, itself first.
CREATE FUNCTION core.category_chain(category uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_remove(ARRAY[a.id, b.id, c.id], NULL)
    FROM public.categories AS a
    LEFT JOIN public.categories AS b ON b.id = a.parent_category_id
    LEFT JOIN public.categories AS c ON c.id = b.parent_category_id
    WHERE a.id = category
$$;

-- Holds categories and all above them as they are until the transaction ends: from the top down, as a move does.
-- After waiting for one, looks again where it is now.
CREATE FUNCTION core.hold_categories(categories uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held uuid[];
    wanted uuid[] := '{}';
BEGIN
    PERFORM core.check_isolation();

    LOOP
        held := wanted;
        wanted := ARRAY(
            SELECT DISTINCT above.id
            FROM (SELECT DISTINCT u.id FROM unnest(categories) AS u (id)) AS k
            CROSS JOIN LATERAL unnest(core.category_chain(k.id)) AS above (id)
            ORDER BY above.id
        );
        EXIT WHEN wanted = held;
        PERFORM FROM public.categories AS c WHERE c.id = ANY (wanted) ORDER BY c.depth, c.id FOR SHARE;
    END LOOP;
END $$;

-- Locks the shape of the tree, before any row: two moves, each allowed alone, could make a circle together.
CREATE FUNCTION core.hold_tree() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.check_isolation();
    SELECT pg_advisory_xact_lock(7301)
$$;

-- Computes the depth of a category. Refuses one below itself (category_circle), and a fourth level
-- (category_too_deep).
CREATE FUNCTION core.place_category() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' OR NEW.parent_category_id IS DISTINCT FROM OLD.parent_category_id THEN
        PERFORM core.hold_tree();
    END IF;

    IF NEW.id = ANY (core.category_chain(NEW.parent_category_id)) THEN
        PERFORM core.refuse('category_circle', jsonb_build_object('name', NEW.name));
    END IF;

    NEW.depth := 1 + coalesce(
        (SELECT c.depth FROM public.categories AS c WHERE c.id = NEW.parent_category_id), 0);

    IF NEW.depth > 3 THEN
        PERFORM core.refuse('category_too_deep', jsonb_build_object('name', NEW.name, 'most', 3));
    END IF;

    RETURN NEW;
END $$;

-- Changes the depth of the children of a category whose depth has changed; each of them does the same.
CREATE FUNCTION core.take_subtree_along() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.categories SET depth = NEW.depth + 1 WHERE parent_category_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER place BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.place_category();

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.stamp();

CREATE TRIGGER take_subtree_along AFTER UPDATE ON public.categories
FOR EACH ROW WHEN (OLD.depth <> NEW.depth) EXECUTE FUNCTION core.take_subtree_along();

-- Moves a category, with all below it, under another one; null is the top. Answers its depth. Refuses
-- category_not_found.
CREATE FUNCTION api.move_category(request uuid, category uuid, parent uuid) RETURNS int
LANGUAGE command AS $$
DECLARE
    was uuid;
    deep int;
BEGIN
    PERFORM core.hold_tree();

    IF NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = category)
       OR (parent IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = parent)) THEN
        PERFORM core.not_found('category_not_found');
    END IF;

    was := (SELECT c.parent_category_id FROM public.categories AS c WHERE c.id = category);
    UPDATE public.categories SET parent_category_id = parent WHERE id = category RETURNING depth INTO deep;
    PERFORM core.audit('move', 'category', category, to_jsonb(was), to_jsonb(parent));
    answer := to_jsonb(deep);
END $$;

-- Moves all products of a category into another one, deleted ones as well, but not those of categories below it.
-- Answers how many they were. Refuses category_not_found, and products on sale in a category that is not shown
-- (category_not_shown).
CREATE FUNCTION api.move_products(request uuid, category uuid, target uuid) RETURNS int
LANGUAGE command AS $$
DECLARE
    moved int;
BEGIN
    IF NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = target) THEN
        PERFORM core.not_found('category_not_found');
    END IF;

    PERFORM FROM public.products AS p WHERE p.category_id = category ORDER BY p.id FOR NO KEY UPDATE;
    UPDATE public.products SET category_id = target WHERE category_id = category AND target <> category;
    GET DIAGNOSTICS moved = ROW_COUNT;
    answer := to_jsonb(moved);
END $$;
