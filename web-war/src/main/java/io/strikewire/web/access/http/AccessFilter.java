package io.strikewire.web.access.http;

import io.strikewire.web.access.Credentials;
import io.strikewire.web.access.PublicPaths;
import io.strikewire.web.problem.http.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks for the key outside development, except on public addresses. */
public class AccessFilter extends HttpFilter {

  @Inject
  @ConfigProperty(name = "strikewire.env", defaultValue = "development")
  private String environment;

  @Inject
  @ConfigProperty(name = "strikewire.admin-api-key")
  private Optional<String> key;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (PublicPaths.isForeign(request.getMethod(), request.getHeader("Sec-Fetch-Site"))) {
      Problems.send(response, 403, "Another site may not ask for this.");
    } else if (environment.equals("development")
        || PublicPaths.includes(path)
        || showsKey(request)) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Strikewire\", charset=\"UTF-8\"");
      Problems.send(response, 401, "This address needs the key.");
    }
  }

  private boolean showsKey(HttpServletRequest request) {
    return key.filter(
            expected ->
                Credentials.show(
                    expected, request.getHeader("Authorization"), request.getHeader("X-API-Key")))
        .isPresent();
  }
}
