package io.strikewire.web.health.http;

import io.strikewire.market.MarketContexts;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.web.health.BookCheck;
import io.strikewire.web.health.ContextCheck;
import io.strikewire.web.health.DatabaseCheck;
import io.strikewire.web.health.GexCheck;
import io.strikewire.web.health.HealthReport;
import io.strikewire.web.health.Part;
import io.strikewire.web.health.StrategiesCheck;
import io.strikewire.web.health.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Health for operators; reached through {@code /health}. */
@Path("/internal/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject @Readiness DatabaseCheck database;
  @Inject @Part ContextCheck context;
  @Inject @Part GexCheck gex;
  @Inject @Part BookCheck book;
  @Inject @Part StrategiesCheck strategies;
  @Inject HealthReport report;
  @Inject MarketContexts contexts;
  @Inject MarketDataFeed feed;
  @Inject Clock clock;

  /** The whole. */
  @GET
  public Response all() {
    HealthReport.Whole whole = report.whole();
    Map<String, Map<String, Object>> components = new LinkedHashMap<>();
    whole.parts().forEach((name, state) -> components.put(name, component(state)));
    return Response.status(whole.verdict() == Verdict.UNHEALTHY ? 503 : 200)
        .entity(HealthView.of(whole.verdict(), clock.instant(), components))
        .build();
  }

  /** The database. */
  @GET
  @Path("database")
  public Response database() {
    HealthCheckResponse state = database.call();
    return Response.status(HealthReport.isUp(state) ? 200 : 503).entity(component(state)).build();
  }

  /** The market context. */
  @GET
  @Path("context")
  public Map<String, Object> context() {
    Map<String, Object> component = component(HealthReport.asked(context, "context"));
    component.put("hitRate", contexts.hitRate());
    component.put("feed", FeedView.of(feed.state(clock.instant())));
    return component;
  }

  /** Option chains. */
  @GET
  @Path("gex")
  public Map<String, Object> gex() {
    HealthCheckResponse state = HealthReport.asked(gex, "gex");
    Map<String, Object> component = component(state);
    component.put("symbols", gex.symbols());
    return component;
  }

  /** Orders and positions. */
  @GET
  @Path("book")
  public Map<String, Object> book() {
    return component(HealthReport.asked(book, "book"));
  }

  /** Strategies and sources that may enter nothing. */
  @GET
  @Path("strategies")
  public Map<String, Object> strategies() {
    return component(HealthReport.asked(strategies, "strategies"));
  }

  private static Map<String, Object> component(HealthCheckResponse state) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("healthy", HealthReport.isUp(state));
    state.getData().ifPresent(component::putAll);
    return component;
  }
}
