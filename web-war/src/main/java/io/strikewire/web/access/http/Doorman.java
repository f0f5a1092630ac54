package io.strikewire.web.access.http;

import io.strikewire.access.ApiKeys;
import io.strikewire.access.ApiKeys.Holder;
import io.strikewire.access.Scope;
import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.web.access.ClientAddress;
import io.strikewire.web.access.Credentials;
import io.strikewire.web.access.Endpoints;
import io.strikewire.web.access.FailedAttempts;
import io.strikewire.web.intake.config.EntranceConfig.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows the keys, and puts on record who showed a wrong one. */
@ApplicationScoped
public class Doorman {

  private static final System.Logger LOG = System.getLogger(Doorman.class.getName());
  private static final String THE_KEY = "admin key";
  private static final String REFUSED = "KEY_REFUSED";

  private final FailedAttempts attempts = new FailedAttempts(10, Duration.ofMinutes(1));

  @Inject private ApiKeys keys;
  @Inject private AuditTrail trail;
  @Inject private TrustedProxies proxies;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "strikewire.admin-api-key")
  private Optional<String> firstKey;

  /** What the doorman says to a request. */
  sealed interface Answer {
    /** Come in, under this name. */
    record Welcome(String name) implements Answer {}

    /** Show a key that is in force. */
    record WhoAreYou() implements Answer {}

    /** The key is good for less. */
    record NotForYou(Scope needed) implements Answer {}

    /** Too many wrong keys came from there; come back later. */
    record Later(Duration pause) implements Answer {}
  }

  Answer ask(HttpServletRequest request, String path) {
    String authorization = request.getHeader("Authorization");
    List<String> shown = Credentials.shown(authorization, request.getHeader("X-API-Key"));
    if (shown.isEmpty()) {
      return new Answer.WhoAreYou();
    }
    String address = address(request);
    Instant now = clock.instant();
    Optional<Duration> blocked = attempts.blocked(address, now);
    if (blocked.isPresent()) {
      return new Answer.Later(blocked.get());
    }
    Optional<Holder> holder = holder(shown, Credentials.userName(authorization));
    if (holder.isEmpty()) {
      if (attempts.failed(address, now)) {
        note(address, request.getMethod(), address, path, now);
      }
      return new Answer.WhoAreYou();
    }
    Scope needed = Endpoints.needed(request.getMethod(), path);
    if (!holder.get().scope().includes(needed)) {
      note(holder.get().name(), request.getMethod(), address, path, now);
      return new Answer.NotForYou(needed);
    }
    return new Answer.Welcome(holder.get().name());
  }

  /** The first key opens everything, and lets whoever shows it say their name. */
  private Optional<Holder> holder(List<String> shown, Optional<String> userName) {
    boolean first =
        firstKey.filter(key -> shown.stream().anyMatch(s -> Credentials.same(key, s))).isPresent();
    return first
        ? Optional.of(new Holder(userName.orElse(THE_KEY), Scope.ADMIN))
        : shown.stream().map(keys::holder).flatMap(Optional::stream).findFirst();
  }

  private String address(HttpServletRequest request) {
    return ClientAddress.of(
            request.getRemoteAddr(),
            Collections.list(request.getHeaders("X-Forwarded-For")),
            proxies.networks())
        .map(InetAddress::getHostAddress)
        .orElse(request.getRemoteAddr());
  }

  private void note(String who, String method, String address, String path, Instant now) {
    String facts =
        Json.createObjectBuilder().add("method", method).add("address", address).build().toString();
    try {
      trail.note(new AuditNote(now, who, REFUSED, path, facts));
    } catch (RuntimeException away) {
      LOG.log(System.Logger.Level.WARNING, "a refused key is not on record: {0}", away);
    }
  }
}
