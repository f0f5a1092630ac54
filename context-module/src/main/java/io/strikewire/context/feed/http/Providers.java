package io.strikewire.context.feed.http;

import io.strikewire.context.ContextSettings;
import io.strikewire.context.feed.MarketDataProvider;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Providers by their settings. */
final class Providers {

  private static final URI TRADIER = URI.create("https://api.tradier.com");
  private static final URI POLYGON = URI.create("https://api.polygon.io");
  private static final int CONNECT_SECONDS = 1;
  private static final int READ_SECONDS = 2;

  private Providers() {}

  static Optional<MarketDataProvider> of(ContextSettings settings, String key) {
    return switch (settings.provider()) {
      case NONE -> Optional.empty();
      case TRADIER ->
          Optional.of(
              new Tradier(client(settings.address().orElse(TRADIER), TradierApi.class), key));
      case POLYGON ->
          Optional.of(
              new Polygon(client(settings.address().orElse(POLYGON), PolygonApi.class), key));
    };
  }

  static <T> T client(URI address, Class<T> api) {
    return RestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
        .build(api);
  }
}
