package io.strikewire.access;

import java.util.Optional;

/** The keys of programs and people. Only their hashes are stored. */
public interface ApiKeys {

  /** Whose key this is; empty for an unknown, expired or revoked one. */
  Optional<Holder> holder(String key);

  /**
   * Whoever has a key.
   *
   * @param name what the key was made for; who acts with it is called so
   */
  record Holder(String name, Scope scope) {}
}
