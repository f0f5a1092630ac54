package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.position.BookHealth;
import jakarta.ejb.Local;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Checks the invariants from time to time, and says what needs a person. */
@Singleton
@Local(BookHealth.class)
@Lock(LockType.WRITE)
public class BookWatch implements BookHealth {

  private static final System.Logger LOG = System.getLogger(BookWatch.class.getName());

  /** What ended longer ago changes no more; by hand all of it can be looked at. */
  private static final Duration LATELY = Duration.ofDays(1);

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private BookSettings settings;

  private Instant checkedAt = Instant.EPOCH;
  private List<String> faults = List.of();

  /**
   * As long as something is broken, it is looked at from then on: no fault grows old and is lost.
   */
  private Instant soundAt = Instant.EPOCH;

  /** For the container. */
  public BookWatch() {}

  BookWatch(EntityManager rows, BookSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public State state(Instant now) {
    if (!checkedAt.plus(settings.checkedEvery()).isAfter(now)) {
      soundAt = faults.isEmpty() ? now : soundAt;
      faults = Invariants.broken(rows, soundAt.minus(LATELY));
      checkedAt = now;
      faults.forEach(fault -> LOG.log(System.Logger.Level.ERROR, "the book is broken: {0}", fault));
    }
    return new State(
        faults,
        checkedAt,
        (int) new Orders(rows, changed -> {}).unknownSince(now),
        withoutFreshMark(now),
        new Brakes(rows).state().mode());
  }

  private int withoutFreshMark(Instant now) {
    return rows.createQuery(
            "SELECT count(p) FROM PositionRow p WHERE p.closed = false AND p.markedAt < :oldest",
            Long.class)
        .setParameter("oldest", now.minus(settings.marks().maxAge()))
        .getSingleResult()
        .intValue();
  }
}
