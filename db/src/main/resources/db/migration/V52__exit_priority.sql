-- Which rule an exit was decided by, counted in the order in which rules are asked: 1 is the first.
-- Empty when no rule decided: a signal, a person, the option's end.
ALTER TABLE exit_decisions ADD COLUMN priority integer CHECK (priority > 0);
