package io.strikewire.archive;

import java.util.function.Supplier;

/** Figures that can be read one by one: one that fails must not take the others with it. */
public final class KnownFigure {

  private KnownFigure() {}

  /** The figure; not a number when it cannot be read now. */
  public static Supplier<Number> orNaN(Supplier<? extends Number> figure) {
    return () -> {
      try {
        return figure.get();
      } catch (RuntimeException away) {
        return Double.NaN;
      }
    };
  }
}
