-- Nobody writes in a paused cycle; what beneficiaries said came with a table of its own. Guards fire by their names: that of
-- the pause before that of the content.
CREATE TRIGGER beneficiary_view_not_paused BEFORE INSERT ON beneficiary_view FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
ALTER TRIGGER beneficiary_view_is_whole ON beneficiary_view RENAME TO beneficiary_view_whole;
