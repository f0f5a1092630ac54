package io.strikewire.web.health.http;

import io.strikewire.market.MarketContexts;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.web.health.BookCheck;
import io.strikewire.web.health.ContextCheck;
import io.strikewire.web.health.DatabaseCheck;
import io.strikewire.web.health.GexCheck;
import io.strikewire.web.health.Part;
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
import org.eclipse.microprofile.health.HealthCheck;
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
  @Inject MarketContexts contexts;
  @Inject MarketDataFeed feed;
  @Inject Clock clock;

  /** The whole. */
  @GET
  public Response all() {
    HealthCheckResponse databaseState = database.call();
    HealthCheckResponse contextState = asked(context, "context");
    HealthCheckResponse gexState = asked(gex, "gex");
    HealthCheckResponse bookState = asked(book, "book");
    Verdict verdict =
        Verdict.of(up(databaseState), up(contextState), up(gexState) && up(bookState));
    Map<String, Map<String, Object>> components = new LinkedHashMap<>();
    components.put("context", component(contextState));
    components.put("gex", component(gexState));
    components.put("database", component(databaseState));
    components.put("book", component(bookState));
    return Response.status(verdict == Verdict.UNHEALTHY ? 503 : 200)
        .entity(HealthView.of(verdict, clock.instant(), components))
        .build();
  }

  /** The database. */
  @GET
  @Path("database")
  public Response database() {
    HealthCheckResponse state = database.call();
    return Response.status(up(state) ? 200 : 503).entity(component(state)).build();
  }

  /** The market context. */
  @GET
  @Path("context")
  public Map<String, Object> context() {
    Map<String, Object> component = component(asked(context, "context"));
    component.put("hitRate", contexts.hitRate());
    component.put("feed", FeedView.of(feed.state(clock.instant())));
    return component;
  }

  /** Option chains. */
  @GET
  @Path("gex")
  public Map<String, Object> gex() {
    HealthCheckResponse state = asked(gex, "gex");
    Map<String, Object> component = component(state);
    component.put("symbols", gex.symbols());
    return component;
  }

  /** Orders and positions. */
  @GET
  @Path("book")
  public Map<String, Object> book() {
    return component(asked(book, "book"));
  }

  /** A part that cannot be asked is down; that must not hide the others. */
  private static HealthCheckResponse asked(HealthCheck check, String name) {
    try {
      return check.call();
    } catch (RuntimeException failed) {
      return HealthCheckResponse.named(name).down().withData("why", "cannot be read now").build();
    }
  }

  private static boolean up(HealthCheckResponse state) {
    return state.getStatus() == HealthCheckResponse.Status.UP;
  }

  private static Map<String, Object> component(HealthCheckResponse state) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("healthy", up(state));
    state.getData().ifPresent(component::putAll);
    return component;
  }
}
