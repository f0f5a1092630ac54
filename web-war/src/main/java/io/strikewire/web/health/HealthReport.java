package io.strikewire.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The state of the whole, from the same checks that the probes ask. */
@ApplicationScoped
public class HealthReport {

  private static final String DATABASE = "database";

  @Inject @Readiness private DatabaseCheck database;
  @Inject @Part private ContextCheck context;
  @Inject @Part private GexCheck gex;
  @Inject @Part private BookCheck book;
  @Inject @Part private StrategiesCheck strategies;

  /**
   * The whole.
   *
   * @param parts each part's state by its name
   */
  public record Whole(Verdict verdict, Map<String, HealthCheckResponse> parts) {}

  /** Every part, and what they make together. */
  public Whole whole() {
    HealthCheckResponse stored = database.call();
    Map<String, HealthCheckResponse> parts = new LinkedHashMap<>();
    parts.put("context", asked(context, "context"));
    parts.put("gex", asked(gex, "gex"));
    parts.put(DATABASE, stored);
    parts.put("book", asked(book, "book"));
    parts.put("strategies", asked(strategies, "strategies"));
    boolean others = parts.values().stream().allMatch(HealthReport::isUp);
    Verdict verdict =
        !isUp(stored) ? Verdict.UNHEALTHY : others ? Verdict.HEALTHY : Verdict.DEGRADED;
    return new Whole(verdict, parts);
  }

  /** A part that cannot be asked is down; that must not hide the others. */
  public static HealthCheckResponse asked(HealthCheck check, String name) {
    try {
      return check.call();
    } catch (RuntimeException failed) {
      return HealthCheckResponse.named(name).down().withData("why", "cannot be read now").build();
    }
  }

  /** Whether a part is well. */
  public static boolean isUp(HealthCheckResponse state) {
    return state.getStatus() == HealthCheckResponse.Status.UP;
  }
}
