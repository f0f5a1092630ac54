package io.strikewire.signal;

/**
 * The side of a trade. Both are bought: a call gains when the underlying rises, a put when it
 * falls.
 */
public enum Direction {
  CALL,
  PUT;

  /** The other side. */
  public Direction opposite() {
    return this == CALL ? PUT : CALL;
  }
}
