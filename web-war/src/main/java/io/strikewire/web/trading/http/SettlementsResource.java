package io.strikewire.web.trading.http;

import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.PayloadReader;
import io.strikewire.position.TradingDesk;
import io.strikewire.signal.Symbol;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.problem.http.Problems;
import io.strikewire.web.trading.BrakeReading;
import io.strikewire.web.trading.FlatJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Takes settlement prices in: {@code {root, day, price}}. */
@Path("/settlements")
@RequestScoped
public class SettlementsResource {

  private static final int LONGEST_BODY = 4_096;

  @Inject TradingDesk desk;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** States what the options of a root were settled at on their last day; the first word counts. */
  @POST
  public Response settle(InputStream body) {
    PayloadReader reader =
        new PayloadReader(
            FlatJson.object(Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT)));
    Optional<Symbol> root = reader.required("a root: SPXW", Symbol::parse, "root");
    Instant now = clock.instant();
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Optional<LocalDate> day =
        reader.required(
            "YYYY-MM-DD, at the latest today in New York, " + today,
            text -> day(text).filter(named -> !named.isAfter(today)),
            "day");
    Optional<BigDecimal> price =
        reader.required("USD above 0, at most four decimals", SettlementsResource::price, "price");
    String by = Actor.of(request, BrakeReading.by(reader));
    BrakeReading.refuse(reader);
    BigDecimal counts =
        desk.settle(root.orElseThrow(), day.orElseThrow(), price.orElseThrow(), by, now);
    return counts.compareTo(price.get()) == 0
        ? Response.noContent().build()
        : Problems.answer(
            409,
            root.get()
                + " was settled at "
                + counts.toPlainString()
                + " on "
                + day.get()
                + " already.");
  }

  private static Optional<BigDecimal> price(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(text)).filter(usd -> usd.signum() > 0)
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
