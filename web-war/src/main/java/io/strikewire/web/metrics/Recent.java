package io.strikewire.web.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reading shared by those who ask at nearly the same time. */
final class Recent<T> implements Supplier<T> {

  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Supplier<T> source;
  private final Duration validity;
  private final LongSupplier nanoTime;
  private @Nullable T value;
  private @Nullable RuntimeException failure;
  private long readAt;

  Recent(Supplier<T> source, Duration validity, LongSupplier nanoTime) {
    this.source = source;
    this.validity = validity;
    this.nanoTime = nanoTime;
  }

  /** A reading that is shared for a quarter of a second. */
  static <T> Recent<T> of(Supplier<T> source) {
    return new Recent<>(source, SHORT, System::nanoTime);
  }

  /** A source that failed is left alone for a while: each try may wait for its own time-out. */
  @Override
  public synchronized T get() {
    long age = nanoTime.getAsLong() - readAt;
    RuntimeException broken = failure;
    if (broken != null && age < AFTER_FAILURE.toNanos()) {
      throw broken;
    }
    T known = value;
    if (known != null && age < validity.toNanos()) {
      return known;
    }
    failure = null;
    value = null;
    try {
      T read = source.get();
      value = read;
      return read;
    } catch (RuntimeException failed) {
      failure = failed;
      throw failed;
    } finally {
      readAt = nanoTime.getAsLong();
    }
  }
}
