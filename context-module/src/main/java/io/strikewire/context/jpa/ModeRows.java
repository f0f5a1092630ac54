package io.strikewire.context.jpa;

import io.strikewire.event.Audited;
import io.strikewire.market.MarketDataMode;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** The modes of the market data that held, as rows; they are only ever added. */
@Stateless
@LocalBean
@NullUnmarked
public class ModeRows {

  private static final int MOST = 200;

  private static final String KEEP =
      "INSERT INTO market_data_modes (mode, why, since) VALUES (?1, ?2, ?3)";

  private static final String NEWEST =
      "SELECT mode, why, since FROM market_data_modes ORDER BY id DESC LIMIT ?1";

  @PersistenceContext(unitName = "context")
  private EntityManager rows;

  @Inject private Event<Audited> audit;

  /** For the container. */
  public ModeRows() {}

  ModeRows(EntityManager rows) {
    this.rows = rows;
  }

  /** Writes a change down, and has it recorded. */
  public void keep(MarketDataMode mode) {
    String why = mode instanceof MarketDataMode.Degraded degraded ? degraded.why() : "";
    rows.createNativeQuery(KEEP)
        .setParameter(1, mode.name())
        .setParameter(2, why)
        .setParameter(3, mode.since())
        .executeUpdate();
    if (audit != null) {
      audit.fire(
          new Audited(
              mode.since(),
              Audited.RULE,
              "MARKET_DATA_" + mode.name(),
              "market-data",
              Map.of("why", why)));
    }
  }

  /** The mode in force, if any was ever entered. */
  public Optional<MarketDataMode> last() {
    return read(1).stream().findFirst();
  }

  /** The modes that held, newest first. */
  public List<MarketDataMode> newest() {
    return read(MOST);
  }

  private List<MarketDataMode> read(int most) {
    List<MarketDataMode> modes = new ArrayList<>();
    for (Object row : rows.createNativeQuery(NEWEST).setParameter(1, most).getResultList()) {
      modes.add(mode((Object[]) row));
    }
    return modes;
  }

  private static MarketDataMode mode(Object[] row) {
    Instant since = (Instant) row[2];
    return row[0].equals("DEGRADED")
        ? new MarketDataMode.Degraded(since, (String) row[1])
        : new MarketDataMode.Normal(since);
  }
}
