package io.strikewire.telemetry.otel;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.strikewire.event.ServiceStarted;
import io.strikewire.signal.SignalId;
import io.strikewire.trace.Passage;
import io.strikewire.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells traces to the server's OpenTelemetry. Spans are written down when they are over, with the
 * times that were taken on the way: nothing is carried through the stages. Their times are those of
 * this machine, also where the service's clock was started elsewhere, for a receiver has no other.
 */
@ApplicationScoped
public class OpenTelemetryTraces implements Traces {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  @Inject private Instance<OpenTelemetry> telemetry;

  @Inject
  @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true")
  private boolean off;

  private volatile @Nullable Tracer tracer;

  void on(@Observes ServiceStarted started) {
    if (!off && telemetry.isResolvable()) {
      tracer = telemetry.get().getTracer("io.strikewire");
    }
  }

  @Override
  public boolean wanted() {
    return tracer != null;
  }

  @Override
  public void begin(SignalId signal, Passage request, Optional<String> caller) {
    Tracer to = tracer;
    if (to == null) {
      return;
    }
    long zero = zero();
    SpanBuilder builder =
        span(to, signal, request, zero).setNoParent().setSpanKind(SpanKind.SERVER);
    caller.flatMap(OpenTelemetryTraces::context).ifPresent(builder::addLink);
    NamedSpans.first(signal, builder::startSpan).end(zero + request.to(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void add(SignalId signal, Passage passage, List<Passage> parts) {
    Tracer to = tracer;
    if (to == null) {
      return;
    }
    long zero = zero();
    Context first = Context.root().with(Span.wrap(first(signal)));
    Span whole = span(to, signal, passage, zero).setParent(first).startSpan();
    Context within = Context.root().with(whole);
    for (Passage part : parts) {
      span(to, signal, part, zero)
          .setParent(within)
          .startSpan()
          .end(zero + part.to(), TimeUnit.NANOSECONDS);
    }
    whole.end(zero + passage.to(), TimeUnit.NANOSECONDS);
  }

  private static SpanBuilder span(Tracer to, SignalId signal, Passage passage, long zero) {
    SpanBuilder span =
        to.spanBuilder(passage.name())
            .setStartTimestamp(zero + passage.from(), TimeUnit.NANOSECONDS)
            .setAttribute("strikewire.correlation_id", signal.toString());
    passage.facts().forEach(span::setAttribute);
    return span;
  }

  private static SpanContext first(SignalId signal) {
    return SpanContext.createFromRemoteParent(
        signal.traceId(),
        NamedSpans.firstSpan(signal),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** What a {@code traceparent} names; empty when it is none. */
  private static Optional<SpanContext> context(String traceparent) {
    Matcher parts = TRACEPARENT.matcher(traceparent.strip());
    return parts.matches()
        ? Optional.of(
                SpanContext.createFromRemoteParent(
                    parts.group(1),
                    parts.group(2),
                    TraceFlags.getDefault(),
                    TraceState.getDefault()))
            .filter(SpanContext::isValid)
        : Optional.empty();
  }

  /** The instant, in nanoseconds since 1970, at which this process's count of them was zero. */
  private static long zero() {
    Instant now = Clock.systemUTC().instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
  }
}
