-- Which rows a group sees, where columns are not enough. Made anew at each upgrade, as the owner.
-- A policy that is for everything and names its groups costs nothing: the planner folds it away for
-- them, and for the others it is a filter on two columns. Commands run as the owner and see all.
DO $$
DECLARE
    store text := current_database();
    old record;
BEGIN
    FOR old IN SELECT schemaname, tablename, policyname FROM pg_policies WHERE schemaname IN ('public', 'storedesk') LOOP
        EXECUTE format('DROP POLICY %I ON %I.%I', old.policyname, old.schemaname, old.tablename);
    END LOOP;

    -- drafts, and what is no longer kept, are not a cashier's business, nor the web shop's
    ALTER TABLE public.products ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY on_sale ON public.products FOR SELECT TO %I, %I '
                   'USING (status = ''active'' AND NOT is_deleted)', store || '_staff', store || '_webshop');
    EXECUTE format('CREATE POLICY all_of_them ON public.products FOR SELECT TO %I, %I, %I USING (true)',
                   store || '_clerk', store || '_admin', store || '_auditor');
    EXECUTE format('CREATE POLICY make ON public.products FOR INSERT TO %I WITH CHECK (NOT is_deleted)',
                   store || '_manager');
    EXECUTE format('CREATE POLICY edit ON public.products FOR UPDATE TO %I USING (true)', store || '_manager');

    ALTER TABLE storedesk.low_stock ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY on_sale ON storedesk.low_stock FOR SELECT TO %I USING (on_sale)', store || '_staff');
    EXECUTE format('CREATE POLICY all_of_them ON storedesk.low_stock FOR SELECT TO %I, %I, %I USING (true)',
                   store || '_clerk', store || '_admin', store || '_auditor');

    -- the walk-in customer is no cashier's to change, nor to hold: every sale to nobody waits for that row
    ALTER TABLE public.customers ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY read ON public.customers FOR SELECT TO %I, %I USING (true)',
                   store || '_staff', store || '_webshop');
    EXECUTE format('CREATE POLICY make ON public.customers FOR INSERT TO %I, %I WITH CHECK (true)',
                   store || '_cashier', store || '_webshop');
    EXECUTE format('CREATE POLICY edit ON public.customers FOR UPDATE TO %I '
                   'USING (id <> (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s))',
                   store || '_cashier');
    EXECUTE format('CREATE POLICY keep ON public.customers FOR UPDATE TO %I USING (true)', store || '_webshop');

    -- the ledger: whole or not at all, for a running ledger with holes is worse than none; the web shop
    -- reads back what it wrote itself, as object mappers do
    ALTER TABLE public.inventory_audit_log ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY read ON public.inventory_audit_log FOR SELECT TO %I, %I USING (true)',
                   store || '_clerk', store || '_auditor');
    EXECUTE format('CREATE POLICY own ON public.inventory_audit_log FOR SELECT TO %I '
                   'USING (user_id = (SELECT storedesk.signed_in()))', store || '_webshop');
    EXECUTE format('CREATE POLICY write ON public.inventory_audit_log FOR INSERT TO %I WITH CHECK (true)',
                   store || '_webshop');

    -- the log of settings, accounts and prices
    ALTER TABLE storedesk.audit_event ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY read ON storedesk.audit_event FOR SELECT TO %I, %I, %I USING (true)',
                   store || '_manager', store || '_admin', store || '_auditor');

    -- who signed in where: one's own, and for who looks after the people and who reads everything all of them
    ALTER TABLE storedesk.sign_ins ENABLE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY own ON storedesk.sign_ins FOR SELECT TO %I '
                   'USING (staff_id = (SELECT s.id FROM storedesk.staff AS s WHERE s.login = session_user))',
                   store || '_staff');
    EXECUTE format('CREATE POLICY all_of_them ON storedesk.sign_ins FOR SELECT TO %I, %I USING (true)',
                   store || '_admin', store || '_auditor');
END $$;
