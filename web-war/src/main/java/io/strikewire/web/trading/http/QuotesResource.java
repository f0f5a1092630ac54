package io.strikewire.web.trading.http;

import io.strikewire.position.QuoteFeed;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Signatures;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.trading.FlatJson;
import io.strikewire.web.trading.QuoteReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes quotes in. */
@Path("/quotes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotesResource {

  private static final int LONGEST_BODY = 1_048_576;
  private static final int MOST = 2_000;

  @Inject QuoteFeed feed;
  @Inject Signatures signatures;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** How many came, and how many of them were newer than what was known. */
  public record Taken(int received, int stored) {}

  /** Stores the quotes of a signed body. */
  @POST
  public Taken take(@HeaderParam("x-signature") @Nullable String signature, InputStream body) {
    byte[] bytes = Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT);
    if (!signatures.accept(signature, bytes)) {
      throw Incoming.refused(401, "The sender is not known.");
    }
    Instant now = clock.instant();
    List<QuoteFeed.Quote> quotes = QuoteReading.read(FlatJson.array(bytes, MOST), now);
    return new Taken(quotes.size(), feed.accept(quotes, now));
  }
}
