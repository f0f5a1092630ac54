package io.strikewire.pipeline.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * What a transaction remembers, and forgets when it ends, whichever way: several signals are
 * decided in one, and what one of them left counts for the next before it is written.
 */
@ApplicationScoped
public class TransactionMemory {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** The one {@code T} of the transaction under way; outside of one, a new one every time. */
  public <T> T of(Class<T> type, Supplier<T> first) {
    if (transaction.getTransactionKey() == null) {
      return first.get();
    }
    Object known = transaction.getResource(type);
    if (known == null) {
      known = first.get();
      transaction.putResource(type, known);
    }
    return type.cast(known);
  }
}
