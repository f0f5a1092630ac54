package io.strikewire.web.metrics.http;

import io.strikewire.web.access.Credentials;
import io.strikewire.web.metrics.Exposition;
import io.strikewire.web.problem.http.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides who answers for health and metrics: our resources, or the container's own for probes and
 * scrapers. Our resources are under {@code /internal}, which nobody reaches directly.
 */
public class ObservationFilter extends HttpFilter {

  private static final Set<String> PROBES =
      Set.of("/health/live", "/health/ready", "/health/started");

  @Inject
  @ConfigProperty(name = "strikewire.metrics-token")
  private Optional<String> token;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean metrics = path.startsWith("/metrics");
    if (!metrics && !path.startsWith("/health")) {
      Problems.send(response, 404, "There is nothing under this address.");
    } else if (metrics && !maySee(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      Problems.send(response, 401, "Metrics need their token.");
    } else if (PROBES.contains(path)) {
      chain.doFilter(request, response);
    } else if (path.equals("/metrics") && Exposition.isWanted(request.getHeader("Accept"))) {
      chain.doFilter(new PlainTextRequest(request), response);
    } else {
      request.getRequestDispatcher("/internal" + path).forward(request, response);
    }
  }

  private boolean maySee(HttpServletRequest request) {
    return token
        .map(expected -> Credentials.showBearer(expected, request.getHeader("Authorization")))
        .orElse(true);
  }
}
