package io.strikewire.web.trading.http;

import io.strikewire.payload.Mistake;
import io.strikewire.position.RiskDesk;
import io.strikewire.signal.Portfolio;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.problem.BadRequest;
import io.strikewire.web.trading.BrakeReading;
import io.strikewire.web.trading.FlatJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The limits, how much of them is used, and who lifted them. */
@Path("/risk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RiskResource {

  private static final int LONGEST_BODY = 4_096;

  @Inject RiskDesk desk;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** A portfolio's limits. */
  public record View(
      String portfolio,
      List<LimitView> limits,
      List<OverrideView> overrides,
      List<ViolationView> violations) {}

  /** One limit. */
  public record LimitView(String limit, BigDecimal used, BigDecimal value, boolean overridden) {}

  /** A limit put in force for a time. */
  public record OverrideView(
      String limit,
      BigDecimal value,
      String reason,
      String by,
      @JsonbProperty("created_at") Instant from,
      @JsonbProperty("expires_at") Instant until) {
    static OverrideView of(RiskDesk.LimitOverride override) {
      return new OverrideView(
          override.name(),
          override.limit(),
          override.reason(),
          override.by(),
          override.from(),
          override.until());
    }
  }

  /** An entry that a limit refused. */
  public record ViolationView(
      String limit,
      BigDecimal asked,
      BigDecimal allowed,
      @JsonbProperty("signal_id") @JsonbNillable @Nullable UUID signalId,
      Instant at) {}

  /** Limits and their use. */
  @GET
  public View report(@QueryParam("portfolio") @DefaultValue("main") String portfolio) {
    RiskDesk.Report report = desk.report(named(portfolio), clock.instant());
    return new View(
        report.portfolio().name(),
        report.limits().stream()
            .map(use -> new LimitView(use.name(), use.used(), use.limit(), use.overridden()))
            .toList(),
        report.overrides().stream().map(OverrideView::of).toList(),
        report.violations().stream()
            .map(
                v ->
                    new ViolationView(
                        v.name(),
                        v.asked(),
                        v.limit(),
                        v.signalId().map(signal -> signal.value()).orElse(null),
                        v.at()))
            .toList());
  }

  /** Puts another limit in force until it expires. */
  @POST
  @Path("overrides")
  public OverrideView override(InputStream body) {
    Instant now = clock.instant();
    Set<String> limits =
        desk.report(Portfolio.MAIN, now).limits().stream()
            .map(RiskDesk.Use::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return OverrideView.of(
        desk.override(
            BrakeReading.override(
                FlatJson.object(Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT)),
                limits,
                word -> Actor.of(request, word),
                now)));
  }

  private static Portfolio named(String text) {
    try {
      return new Portfolio(text);
    } catch (IllegalArgumentException notAName) {
      throw new BadRequest(List.of(new Mistake("portfolio", text, "1 to 32 of a-z 0-9 _ -")));
    }
  }
}
