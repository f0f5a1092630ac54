package io.strikewire.signal;

/** How well a sender proved itself, best first. */
public enum AuthGrade {
  /** A keyed hash over the raw body. */
  HMAC,
  /** A secret in the path, from an address it is bound to. */
  TOKEN_AND_ADDRESS,
  /** A secret in the path alone. */
  TOKEN
}
