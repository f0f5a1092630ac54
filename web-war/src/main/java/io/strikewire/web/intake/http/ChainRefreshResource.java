package io.strikewire.web.intake.http;

import io.strikewire.gex.GexChains;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Signatures;
import io.strikewire.web.reading.http.GexView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fetches a chain by hand. */
@Path("/gex/{symbol}/refresh")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChainRefreshResource {

  private static final int LONGEST_ORDER = 1024;

  @Inject GexChains chains;
  @Inject ChainAnswers answers;
  @Inject Signatures signatures;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** Asks the configured provider now and answers with the new profile; the body is signed. */
  @POST
  public GexView refresh(
      @PathParam("symbol") String symbol,
      @HeaderParam("x-signature") @Nullable String signature,
      InputStream body) {
    byte[] order = Incoming.read(request, body, LONGEST_ORDER, ContentTypes.ALERT);
    if (!signatures.accept(signature, order)) {
      throw Incoming.refused(401, "The sender is not known.");
    }
    Instant now = clock.instant();
    return answers.answer(chains.refresh(ChainAnswers.symbol(symbol), now), now);
  }
}
