package io.strikewire.intake;

import io.strikewire.payload.Mistake;
import java.util.List;
import java.util.UUID;

/** What became of something that was to be stored. */
public sealed interface Storing {

  /** Committed. */
  record Stored() implements Storing {}

  /** Seen before: the first one's name. */
  record Repeated(UUID first) implements Storing {}

  /** Well-formed, and yet not to be stored. */
  record Refused(List<Mistake> mistakes) implements Storing {}

  /** Not known to be stored. */
  record Failed() implements Storing {}
}
