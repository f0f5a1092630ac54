package io.strikewire.web.trading.http;

import io.strikewire.position.PerformanceBook;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What trading brought. */
@Path("/performance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PerformanceResource {

  @Inject PerformanceBook book;

  /** The report; money in USD net of costs. */
  public record View(
      BigDecimal equity,
      BigDecimal realized,
      BigDecimal unrealized,
      int trades,
      int wins,
      @Nullable BigDecimal winRate,
      @Nullable BigDecimal profitFactor,
      BigDecimal maxDrawdown,
      List<DayView> daily,
      List<PerformanceBook.Group> bySource,
      List<PerformanceBook.Group> bySymbol,
      List<PerformanceBook.Group> byReason) {}

  /** One New York day. */
  public record DayView(String date, BigDecimal pnl, BigDecimal cumulative) {}

  /** The whole book's. */
  @GET
  public View report() {
    PerformanceBook.Report report = book.performance();
    return new View(
        report.equity(),
        report.realized(),
        report.unrealized(),
        report.trades(),
        report.wins(),
        report.winRate().orElse(null),
        report.profitFactor().orElse(null),
        report.maxDrawdown(),
        report.daily().stream()
            .map(day -> new DayView(day.date().toString(), day.realized(), day.cumulative()))
            .toList(),
        report.bySource(),
        report.bySymbol(),
        report.byReason());
  }
}
