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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes option chains in. */
@Path("/gex/chains")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChainsResource {

  private static final int LONGEST_FILE = 16 * 1024 * 1024;

  @Inject GexChains chains;
  @Inject ChainAnswers answers;
  @Inject Signatures signatures;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** Stores a chain and answers with its profile. */
  @POST
  public GexView store(
      @QueryParam("symbol") @Nullable String symbol,
      @HeaderParam("x-signature") @Nullable String signature,
      InputStream body) {
    byte[] file = Incoming.read(request, body, LONGEST_FILE, ContentTypes.CHAIN);
    if (!signatures.accept(signature, file)) {
      throw Incoming.refused(401, "The sender is not known.");
    }
    Instant now = clock.instant();
    return answers.answer(chains.store(ChainAnswers.symbol(symbol), file, now), now);
  }
}
