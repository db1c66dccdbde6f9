-- Approval in place: a manager signs in on a second, short connection and approves one action, once, within two
-- minutes. The approval names the action in full, with who asks for it: an approval of one price is not one of
-- another price, of three pieces not one of four, of one cashier not one of the next.
--
-- The people of a shift may approve that others join it, and nothing else.

-- Tells whether somebody may approve something: managers may approve everything, the people of a shift that others
-- join it.
CREATE FUNCTION core.may_approve(approver uuid, action text, detail jsonb) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login name := (SELECT s.login FROM storedesk.staff AS s WHERE s.id = approver AND s.is_active);
BEGIN
    IF login IS NULL THEN
        RETURN false;
    END IF;

    RETURN core.belongs('manager', login) OR (action = 'join_shift' AND EXISTS (
        SELECT FROM storedesk.till_session_people AS p
        WHERE p.staff_id = approver
          AND (p.left_at IS NULL OR p.taken_in_by IS NULL)  -- who opened it may, also from another shift
          AND p.till_session_id::text = detail ->> 'shift_id'
    ));
END $$;

-- Keeps what somebody allows. Forbids what is not theirs to allow: not_of_shift, not_a_manager.

-- Approves what somebody else asks for, on the approver's own connection; see core.may_approve. Forbids it to
-- anybody else (not_a_manager, not_of_shift).
CREATE FUNCTION api.approve(request uuid, action text, detail jsonb) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF NOT core.may_approve(me, action, detail) THEN
        PERFORM core.forbid(CASE action WHEN 'join_shift' THEN 'not_of_shift' ELSE 'not_a_manager' END);
    END IF;

    INSERT INTO storedesk.approvals (id, request_id, action, detail, approved_by, created_at)
    VALUES (request, request, core.clean_words(action, 50), coalesce(detail, '{}'), me, core.now());
END $$;

-- A list as an approval names it: the list itself, or its length and hash where it has more than 50 entries.
CREATE FUNCTION core.named_list(list jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN jsonb_array_length(list) <= 50 THEN list ELSE jsonb_build_object(
        'count', jsonb_array_length(list), 'sha256', encode(sha256(convert_to(list::text, 'UTF8')), 'hex')
    ) END;
END $$;

-- Uses an approval of an action. `wanted` is what the approver was shown; with who asks for it, it has to be
-- exactly what was approved. Writes into the audit trail who used whose approval, and for what. Answers the
-- approver; null for a manager, who needs no approval. Forbids what nobody has approved (approval_needed, or
-- `refusal`, which says what is beyond a limit; with {action, detail} either way). Refuses an approval that is
-- used, old, of something or somebody else, or by somebody who may not approve it (any more) (approval_not_valid).
CREATE FUNCTION core.use_approval(
    approval uuid, action text, wanted jsonb, instant timestamp,
    refusal text DEFAULT 'approval_needed', parameters jsonb DEFAULT '{}'
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked jsonb;
    approver uuid;
BEGIN
    IF approval IS NULL AND core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    asked := wanted || jsonb_build_object('requested_by', core.me());

    IF approval IS NULL THEN
        PERFORM core.forbid(refusal, parameters || jsonb_build_object('action', action, 'detail', asked));
    END IF;

    UPDATE storedesk.approvals AS a SET used_at = instant
    WHERE a.id = approval AND a.used_at IS NULL AND a.action = use_approval.action AND a.detail = asked
      AND a.created_at BETWEEN instant - interval '2 minutes' AND instant + interval '2 minutes'
    RETURNING a.approved_by INTO approver;

    IF NOT core.may_approve(approver, action, wanted) THEN  -- nor who has lost their rights since
        PERFORM core.refuse('approval_not_valid');
    END IF;

    PERFORM core.audit('use', 'approval', approval, NULL, jsonb_build_object(
        'action', action, 'approved_by', approver, 'detail', asked
    ));

    RETURN approver;
END $$;
