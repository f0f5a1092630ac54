-- What an exit was decided on, names and texts, from which its counterfactual is computed when someone
-- reads it. Empty in rows of older releases.
ALTER TABLE exit_decisions ADD COLUMN inputs jsonb;
