package io.strikewire.web.audit.http;

import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.web.access.PublicPaths;
import io.strikewire.web.audit.SeenKeys;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts on record who came in with a key, and what for. It stands behind the filter that asks for
 * the key; in development nobody is asked, so there is nothing to record.
 */
public class KeyUseFilter extends HttpFilter {

  private static final System.Logger LOG = System.getLogger(KeyUseFilter.class.getName());
  private static final String THE_KEY = "admin key";

  private final transient SeenKeys seen = new SeenKeys();

  @Inject private transient AuditTrail trail;
  @Inject private transient Clock clock;

  @Inject
  @ConfigProperty(name = "strikewire.env", defaultValue = "development")
  private String environment;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!environment.equals("development") && !PublicPaths.includes(path)) {
      note(request, path);
    }
    chain.doFilter(request, response);
  }

  /** A record that cannot be kept now must not keep an operator from the brakes. */
  private void note(HttpServletRequest request, String path) {
    String key =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse(THE_KEY);
    Instant now = clock.instant();
    if (!seen.isNew(key, request.getMethod(), path, now)) {
      return;
    }
    String facts =
        Json.createObjectBuilder()
            .add("method", request.getMethod())
            .add("address", request.getRemoteAddr())
            .build()
            .toString();
    try {
      trail.note(new AuditNote(now, key, "KEY_USE", path, facts));
    } catch (RuntimeException away) {
      LOG.log(System.Logger.Level.WARNING, "the use of a key is not on record", away);
    }
  }
}
