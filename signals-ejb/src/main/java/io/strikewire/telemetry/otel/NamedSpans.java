package io.strikewire.telemetry.otel;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.strikewire.signal.SignalId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first span of a signal's trace the names that follow from the signal, and every other
 * span random ones. The server finds it when it sets the tracing up.
 */
public final class NamedSpans implements AutoConfigurationCustomizerProvider, IdGenerator {

  private static final ThreadLocal<@Nullable SignalId> FIRST_OF = new ThreadLocal<>();

  private final IdGenerator random = IdGenerator.random();

  @Override
  public void customize(AutoConfigurationCustomizer tracing) {
    tracing.addTracerProviderCustomizer((provider, config) -> provider.setIdGenerator(this));
  }

  /** Runs what starts the first span of a signal's trace. */
  static <T> T first(SignalId signal, Supplier<T> start) {
    FIRST_OF.set(signal);
    try {
      return start.get();
    } finally {
      FIRST_OF.remove();
    }
  }

  /** The name of the first span: the second half of the signal's, which is random and not zero. */
  static String firstSpan(SignalId signal) {
    return signal.traceId().substring(16);
  }

  @Override
  public String generateTraceId() {
    SignalId signal = FIRST_OF.get();
    return signal == null ? random.generateTraceId() : signal.traceId();
  }

  @Override
  public String generateSpanId() {
    SignalId signal = FIRST_OF.get();
    return signal == null ? random.generateSpanId() : firstSpan(signal);
  }
}
