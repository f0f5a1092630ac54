package io.strikewire.web.intake.http;

import io.strikewire.gex.GexChains.Upload;
import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexSignals;
import io.strikewire.gex.GexWeight;
import io.strikewire.market.Snapshot;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import io.strikewire.web.problem.BadRequest;
import io.strikewire.web.reading.http.GexView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sender of a chain is told. */
@ApplicationScoped
public class ChainAnswers {

  @Inject private GexSignals signals;
  @Inject private GexWeight weight;

  GexView answer(Upload upload, Instant now) {
    if (upload instanceof Upload.Stored stored) {
      Snapshot<GexReading> latest = signals.latest(stored.profile().symbol(), now);
      return GexView.of(stored.profile(), latest.freshness(), weight.of(latest), now);
    }
    if (upload instanceof Upload.Refused refused) {
      throw new BadRequest(refused.mistakes());
    }
    throw Incoming.refused(503, "No chain: " + ((Upload.Unavailable) upload).why() + ".");
  }

  static Symbol symbol(@Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(Symbol::parse)
        .orElseThrow(
            () ->
                new BadRequest(
                    List.of(
                        new Mistake("symbol", text == null ? "nothing" : text, "a ticker: SPY"))));
  }
}
