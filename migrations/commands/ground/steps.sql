-- Which steps orders and products may take: each table stands here and nowhere else. The commands and the
-- guards of the tables hold to them, and api.me tells them to the program.

-- From which states each command about an order starts. That an order was recalled or has been returned whole,
-- and who may, is beside this.
CREATE FUNCTION core.order_steps() RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb '{
    "confirm_order": ["pending"],
    "take_deposit": ["pending"],
    "ship_order": ["confirmed"],
    "correct_tracking": ["shipped"],
    "recall_shipment": ["shipped"],
    "deliver_order": ["shipped"],
    "cancel_order": ["pending", "confirmed"],
    "collect_order": ["pending", "confirmed"],
    "return_order": ["shipped", "delivered"],
    "change_order_address": ["pending", "confirmed"]
}';

-- The same of one command; none of what is no command about an order, so that it starts nowhere.
CREATE FUNCTION core.order_states(command text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT jsonb_array_elements_text(core.order_steps() -> command));

-- What a product that was not deleted may become from each status.
CREATE FUNCTION core.product_steps() RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb '{"draft": ["active"], "active": ["inactive"], "inactive": ["active"]}';
