package io.strikewire.web.reading.http;

import io.strikewire.archive.Page;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
@JsonbPropertyOrder({"items", "next"})
public record PageView<T>(List<T> items, @Nullable String next) {

  /** The page with its items as callers see them. */
  public static <S, T> PageView<T> of(Page<S> page, Function<S, T> view) {
    return new PageView<>(page.items().stream().map(view).toList(), page.next().orElse(null));
  }
}
