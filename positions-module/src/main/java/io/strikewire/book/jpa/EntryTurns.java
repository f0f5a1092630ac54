package io.strikewire.book.jpa;

import io.strikewire.signal.Portfolio;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The turn of entries under way in a transaction; it ends with it, whichever way. */
@ApplicationScoped
public class EntryTurns {

  private record Key(Portfolio portfolio) {}

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** For the container. */
  public EntryTurns() {}

  EntryTurns(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  EntryTurn of(Portfolio portfolio, Supplier<EntryTurn> first) {
    return known(portfolio)
        .orElseGet(
            () -> {
              EntryTurn begun = first.get();
              put(portfolio, begun);
              return begun;
            });
  }

  Optional<EntryTurn> known(Portfolio portfolio) {
    return Optional.ofNullable((EntryTurn) transaction.getResource(new Key(portfolio)));
  }

  /** What is known was changed by something else than an entry. */
  void forget(Portfolio portfolio) {
    put(portfolio, null);
  }

  private void put(Portfolio portfolio, @Nullable EntryTurn turn) {
    transaction.putResource(new Key(portfolio), turn);
  }
}
