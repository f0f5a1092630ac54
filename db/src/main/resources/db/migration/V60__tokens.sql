-- What a token says for alerts that leave it out, and what its sender has to prove besides.
ALTER TABLE webhook_tokens
  ADD COLUMN strategy      text,
  ADD COLUMN timeframe     text,
  ADD COLUMN addresses     text[] NOT NULL DEFAULT '{}',
  ADD COLUMN fresh_seconds integer CHECK (fresh_seconds > 0);
