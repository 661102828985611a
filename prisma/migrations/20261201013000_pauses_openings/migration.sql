-- While a cycle is paused no self-review opens either.
CREATE TRIGGER self_review_opening_not_paused BEFORE INSERT ON self_review_opening FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
-- Triggers fire by name: the pause is said first.
ALTER TRIGGER self_review_opening_judged ON self_review_opening RENAME TO self_review_opening_was_judged;
