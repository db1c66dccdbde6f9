-- Approval in place: a manager signs in on a second, short connection and allows one action, once, within
-- two minutes. It is said in full, who asks for it too: an approval of one price is none of another, of
-- three pieces none of four, of one cashier none of the next.
-- Who is of a shift lets others into it, and allows nothing else.

-- Whether somebody may allow something: managers everything, a person of a shift that others join it.
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
        WHERE p.staff_id = approver AND (p.left_at IS NULL OR p.taken_in_by IS NULL)  -- who opened it, wherever they are
          AND p.till_session_id::text = detail ->> 'shift_id'
    ));
END $$;

-- Keeps what somebody allows. Forbids what is not theirs to allow: not_of_shift, not_a_manager.

-- Approves what somebody else asks for, on the approver's own connection; see core.may_approve. Refuses
-- whoever may not (not_a_manager, not_of_shift).
CREATE FUNCTION api.approve(request uuid, action text, detail jsonb) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF NOT core.may_approve(me, action, detail) THEN
        PERFORM core.forbid(CASE action WHEN 'join_shift' THEN 'not_of_shift' ELSE 'not_a_manager' END);
    END IF;

    INSERT INTO storedesk.approvals (id, request_id, action, detail, approved_by, created_at)
    VALUES (request, request, core.clean_words(action, 50), coalesce(detail, '{}'), me, core.now());
END $$;

-- A list as an approval names it: itself, or by its hash where nobody would read it to the end.
CREATE FUNCTION core.named_list(list jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN jsonb_array_length(list) <= 50 THEN list ELSE jsonb_build_object(
        'count', jsonb_array_length(list), 'sha256', encode(sha256(convert_to(list::text, 'UTF8')), 'hex')
    ) END;
END $$;

-- Uses an approval of an action: `wanted` is all that is shown of it, and with who asks for it has to be
-- what was approved, no more and no less. Writes down who used whose, and for what. Answers with who gave
-- it; null for a manager, who needs none. Refuses what nobody has approved (approval_needed, or `refusal`,
-- which says what is too much; with {action, detail} either way), and what is used, old, of something or
-- somebody else, or given by somebody who may not allow it (any more) (approval_not_valid).
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
