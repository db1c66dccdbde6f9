-- Approval in place: a manager signs in on a second, short connection and allows one thing, once, for
-- two minutes. What is allowed is said in full: an approval of one price is none of another.

CREATE FUNCTION api.approve(request uuid, action text, detail jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    answer jsonb := core.recall(request, me, 'approve', jsonb_build_array(action, detail));
BEGIN
    IF answer IS NULL THEN
        INSERT INTO storedesk.approvals (id, request_id, action, detail, approved_by, created_at)
        VALUES (request, request, core.clean_words(action, 50), coalesce(detail, '{}'), me, core.now());
        answer := core.remember(request, '{}');
    END IF;

    RETURN answer;
END $$;

-- Uses an approval: `wanted` has to be in what was approved. Writes down who used whose, and for what.
-- Answers with who gave it; null for a manager, who needs none. Refuses approval_needed, and what is used,
-- old or of something else (approval_not_valid).
CREATE FUNCTION core.use_approval(approval uuid, action text, wanted jsonb, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    approver uuid;
BEGIN
    IF approval IS NULL THEN
        IF NOT core.belongs('manager') THEN
            PERFORM core.forbid('approval_needed', jsonb_build_object('action', action, 'detail', wanted));
        END IF;

        RETURN NULL;
    END IF;

    UPDATE storedesk.approvals AS a SET used_at = instant
    WHERE a.id = approval AND a.used_at IS NULL AND a.action = use_approval.action AND a.detail @> wanted
      AND a.created_at > instant - interval '2 minutes'
    RETURNING a.approved_by INTO approver;

    IF approver IS NULL THEN
        PERFORM core.refuse('approval_not_valid');
    END IF;

    PERFORM core.note('use', 'approval', approval, NULL, jsonb_build_object(
        'action', action, 'approved_by', approver, 'detail', wanted
    ));

    RETURN approver;
END $$;
