package io.strikewire.context.jpa;

import io.strikewire.context.Computed;
import io.strikewire.context.ContextReport;
import io.strikewire.context.ContextSettings;
import io.strikewire.context.ContextShelf;
import io.strikewire.context.HitCount;
import io.strikewire.context.history.Pictures;
import io.strikewire.market.ContextIntake;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketContexts;
import io.strikewire.market.Snapshot;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Market contexts in the database. Every question for the latest counts towards the hit rate. */
@Stateless
@Local({MarketContexts.class, ContextIntake.class, ContextShelf.class})
@NullUnmarked
public class StoredContexts implements MarketContexts, ContextIntake, ContextShelf {

  @PersistenceContext(unitName = "context")
  private EntityManager rows;

  @Inject private ContextSettings settings;
  @Inject private HitCount hits;
  @Inject private Pictures pictures;

  /** For the container. */
  public StoredContexts() {}

  StoredContexts(EntityManager rows, ContextSettings settings, HitCount hits, Pictures pictures) {
    this.pictures = pictures;
    this.rows = rows;
    this.settings = settings;
    this.hits = hits;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public List<Mistake> accept(UUID id, Payload body, Instant now) {
    ContextReport report = ContextReport.read(id, body, now);
    if (report instanceof ContextReport.Unreadable unreadable) {
      return unreadable.mistakes();
    }
    keep(computed(((ContextReport.Readable) report).context()), now);
    return List.of();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void keep(MarketContext context, Instant now) {
    rows.persist(ContextSnapshotRow.of(context, now));
  }

  private MarketContext computed(MarketContext context) {
    return pictures
        .at(context.asOf(), context.vix())
        .map(p -> Computed.over(context, p))
        .orElse(context);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Snapshot<MarketContext> latest(Instant now) {
    Snapshot<MarketContext> answer = newest(now);
    hits.count(answer);
    return answer;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Snapshot<MarketContext> newest(Instant now) {
    return rows.createQuery(
            "select c from ContextSnapshotRow c where c.asOf <= :horizon"
                + " order by c.asOf desc, c.createdAt desc",
            ContextSnapshotRow.class)
        .setParameter("horizon", now.plus(ContextReport.AHEAD))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(row -> settings.freshness().of(row.toContext(), now))
        .orElseGet(() -> settings.freshness().none());
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public double hitRate() {
    return hits.rate();
  }
}
