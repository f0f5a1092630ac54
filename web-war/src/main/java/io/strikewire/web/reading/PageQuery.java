package io.strikewire.web.reading;

import io.strikewire.archive.PageRequest;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import io.strikewire.web.problem.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a page request from query parameters and names every bad one. */
public final class PageQuery {

  private static final int USUAL = 50;

  private final Function<String, Optional<String>> query;
  private final List<Mistake> mistakes = new ArrayList<>();

  private PageQuery(Function<String, Optional<String>> query) {
    this.query = query;
  }

  /**
   * The page asked for.
   *
   * @param query a parameter's value by name
   * @param statuses what {@code status} may be
   * @throws BadRequest naming every parameter that is not accepted
   */
  public static PageRequest read(Function<String, Optional<String>> query, Set<String> statuses) {
    return new PageQuery(query).read(statuses);
  }

  private PageRequest read(Set<String> statuses) {
    int limit =
        value("limit", "a whole number from 1 to " + PageRequest.MOST, PageQuery::limit)
            .orElse(USUAL);
    Optional<UUID> after = value("after", "the next of the page before", PageQuery::uuid);
    Optional<String> status =
        value(
            "status",
            "one of " + statuses.stream().sorted().collect(Collectors.joining(", ")),
            text -> statuses.stream().filter(text::equalsIgnoreCase).findFirst());
    Optional<Symbol> symbol = value("symbol", "a ticker: SPY", Symbol::parse);
    Optional<Instant> from = value("from", "ISO 8601 with a zone", PageQuery::instant);
    Optional<Instant> to = value("to", "ISO 8601 with a zone", PageQuery::instant);
    if (!mistakes.isEmpty()) {
      throw new BadRequest(mistakes);
    }
    return new PageRequest(limit, after, status, symbol, from, to);
  }

  private <T> Optional<T> value(
      String name, String accepted, Function<String, Optional<T>> reading) {
    return query
        .apply(name)
        .flatMap(
            text -> {
              Optional<T> read = reading.apply(text);
              if (read.isEmpty()) {
                mistakes.add(new Mistake(name, text, accepted));
              }
              return read;
            });
  }

  private static Optional<Integer> limit(String text) {
    return text.matches("\\d{1,3}")
        ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= PageRequest.MOST)
        : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      // A plus that nobody encoded arrives as a blank.
      return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
