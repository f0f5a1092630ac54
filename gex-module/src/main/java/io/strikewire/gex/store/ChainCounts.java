package io.strikewire.gex.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What became of chains and of requests for them since the start. */
@ApplicationScoped
public class ChainCounts {

  private final LongAdder stored = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder failed = new LongAdder();

  void countStored() {
    stored.increment();
  }

  void countRefused() {
    refused.increment();
  }

  void countFetched() {
    fetched.increment();
  }

  void countFailed() {
    failed.increment();
  }

  /** Chains that were stored, whoever sent them. */
  public long stored() {
    return stored.sum();
  }

  /** Files that were no chain, or one that contradicts itself. */
  public long refused() {
    return refused.sum();
  }

  /** Requests that a provider answered with a file. */
  public long fetched() {
    return fetched.sum();
  }

  /** Requests that it did not. */
  public long failed() {
    return failed.sum();
  }
}
