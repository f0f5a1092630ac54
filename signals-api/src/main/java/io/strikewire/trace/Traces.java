package io.strikewire.trace;

import io.strikewire.signal.SignalId;
import java.util.List;
import java.util.Optional;

/**
 * Where traces are told to. A trace bears its signal's own name, so nothing has to be handed along
 * with the signal: whoever knows it can add to its trace, on any instance and at any later time.
 */
public interface Traces {

  /** Whether anybody receives them; else callers save themselves the telling. */
  boolean wanted();

  /**
   * Begins a signal's trace with the request that brought it.
   *
   * @param caller the request's {@code traceparent}, if it had one: the trace points to it
   */
  void begin(SignalId signal, Passage request, Optional<String> caller);

  /**
   * Adds to a signal's trace.
   *
   * @param parts what the passage consisted of
   */
  void add(SignalId signal, Passage passage, List<Passage> parts);
}
