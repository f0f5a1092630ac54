-- Keys of programs and people, hashed: 256 random bits each, shown once when they are made.
CREATE TABLE api_keys (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  scope      text NOT NULL CHECK (scope IN ('READ', 'TRADE', 'ADMIN')),
  key_hash   bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz
);
CREATE TRIGGER audit_api_key AFTER INSERT OR UPDATE OR DELETE ON api_keys
  FOR EACH ROW EXECUTE FUNCTION audit_row('API_KEY', 'id', 'revoked_at,created_at', 'key_hash');
