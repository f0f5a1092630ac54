package io.strikewire.book.jpa;

import io.strikewire.decision.Decision;
import io.strikewire.signal.Portfolio;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The turn of entries under way in a transaction; it ends with it, whichever way. */
@ApplicationScoped
public class EntryTurns {

  private record Key(Portfolio portfolio) {}

  private static final String OVER_EXPOSED = EntryTurns.class.getName() + ".overExposed";

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

  /** Decisions of the transaction that the limit of the exposure refused; not yet written. */
  @SuppressWarnings("unchecked")
  List<Decision> overExposed() {
    List<Decision> refused = (List<Decision>) transaction.getResource(OVER_EXPOSED);
    if (refused == null) {
      refused = new ArrayList<>();
      transaction.putResource(OVER_EXPOSED, refused);
    }
    return refused;
  }

  /** What is known was changed by something else than an entry. */
  void forget(Portfolio portfolio) {
    put(portfolio, null);
  }

  private void put(Portfolio portfolio, @Nullable EntryTurn turn) {
    transaction.putResource(new Key(portfolio), turn);
  }
}
