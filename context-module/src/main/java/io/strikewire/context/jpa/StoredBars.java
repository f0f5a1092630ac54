package io.strikewire.context.jpa;

import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.DailyBar;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Daily bars in the database. */
@Stateless
@Local(BarHistory.class)
@NullUnmarked
public class StoredBars implements BarHistory {

  private static final String LAST =
      """
      SELECT day, open, high, low, close, volume FROM daily_bars
      WHERE symbol = ?1 AND day <= ?2 ORDER BY day DESC LIMIT ?3
      """;

  private static final String KEEP =
      """
      INSERT INTO daily_bars (symbol, day, open, high, low, close, volume, source)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT (symbol, day) DO UPDATE SET open = excluded.open, high = excluded.high,
        low = excluded.low, close = excluded.close, volume = excluded.volume,
        source = excluded.source
      """;

  @PersistenceContext(unitName = "context")
  private EntityManager rows;

  /** For the container. */
  public StoredBars() {}

  StoredBars(EntityManager rows) {
    this.rows = rows;
  }

  @Override
  public List<DailyBar> upTo(Symbol symbol, LocalDate day, int count) {
    List<?> found =
        rows.createNativeQuery(LAST)
            .setParameter(1, symbol.ticker())
            .setParameter(2, day)
            .setParameter(3, count)
            .getResultList();
    List<DailyBar> bars = new ArrayList<>(found.size());
    for (Object each : found) {
      bars.add(bar((Object[]) each));
    }
    Collections.reverse(bars);
    return bars;
  }

  private static DailyBar bar(Object[] row) {
    return new DailyBar(
        row[0] instanceof Date date ? date.toLocalDate() : (LocalDate) row[0],
        ((Number) row[1]).doubleValue(),
        ((Number) row[2]).doubleValue(),
        ((Number) row[3]).doubleValue(),
        ((Number) row[4]).doubleValue(),
        ((Number) row[5]).doubleValue());
  }

  @Override
  public void keep(Symbol symbol, List<DailyBar> bars, String source) {
    for (DailyBar bar : bars) {
      rows.createNativeQuery(KEEP)
          .setParameter(1, symbol.ticker())
          .setParameter(2, bar.day())
          .setParameter(3, bar.open())
          .setParameter(4, bar.high())
          .setParameter(5, bar.low())
          .setParameter(6, bar.close())
          .setParameter(7, bar.volume())
          .setParameter(8, source)
          .executeUpdate();
    }
  }
}
