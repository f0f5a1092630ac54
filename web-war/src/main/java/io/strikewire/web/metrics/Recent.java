package io.strikewire.web.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reading shared by those who ask at nearly the same time. */
final class Recent<T> implements Supplier<T> {

  private final Supplier<T> source;
  private final Duration validity;
  private final LongSupplier nanoTime;
  private @Nullable T value;
  private long readAt;

  Recent(Supplier<T> source, Duration validity, LongSupplier nanoTime) {
    this.source = source;
    this.validity = validity;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known != null && nanoTime.getAsLong() - readAt < validity.toNanos()) {
      return known;
    }
    T read = source.get();
    value = read;
    readAt = nanoTime.getAsLong();
    return read;
  }
}
