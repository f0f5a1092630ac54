package io.strikewire.gex.feed.http;

import io.strikewire.gex.chain.ChainFile;
import io.strikewire.payload.SlowBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * One request for a file, guarded: at most ten seconds a try, one more try after a failure, no try
 * for a minute once half of the last four failed, at most two at a time.
 */
@ApplicationScoped
public class GuardedQuotes {

  private static final int CONNECT_SECONDS = 2;
  private static final int READ_SECONDS = 8;

  /**
   * The file.
   *
   * @throws FeedUnavailable when there is none
   */
  @Timeout(value = 10, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 1, delay = 500, jitter = 200, abortOn = FeedUnavailable.TooOften.class)
  @CircuitBreaker(requestVolumeThreshold = 4, delay = 1, delayUnit = ChronoUnit.MINUTES)
  @Bulkhead(2)
  public byte[] file(String provider, String name) {
    DelayedQuotes quotes =
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(provider))
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            .build(DelayedQuotes.class);
    try (Response answer = quotes.options(name);
        InputStream body = answer.readEntity(InputStream.class)) {
      return SlowBody.read(body, ChainFile.LONGEST + 1);
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      throw status == 429
          ? new FeedUnavailable.TooOften()
          : new FeedUnavailable("the provider answered " + status, refused);
    } catch (ProcessingException | IOException broken) {
      throw new FeedUnavailable("the provider could not be read: " + broken.getMessage(), broken);
    } finally {
      // The time-out interrupts this thread; the pause before the next try is not meant.
      Thread.interrupted();
    }
  }
}
