package io.strikewire.web.audit;

import io.strikewire.archive.PageRequest;
import io.strikewire.audit.AuditQuery;
import io.strikewire.audit.AuditQuery.Place;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.SignalId;
import io.strikewire.web.problem.BadRequest;
import io.strikewire.web.reading.PageQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a question to the audit log from query parameters and names what is not accepted. */
public final class AuditQuestion {

  private AuditQuestion() {}

  /**
   * The question.
   *
   * @param query a parameter's value by name
   * @throws BadRequest naming what is not accepted
   */
  public static AuditQuery read(Function<String, Optional<String>> query) {
    PageRequest page =
        PageQuery.read(
            name -> name.equals("after") ? Optional.empty() : query.apply(name), Set.of());
    return new AuditQuery(
        page.limit(),
        value(query, "after", "the next of the page before", Place::parse),
        page.from(),
        page.to(),
        page.symbol(),
        value(query, "signal", "a signal's id", SignalId::parse),
        query.apply("actor"),
        query.apply("action"));
  }

  private static <T> Optional<T> value(
      Function<String, Optional<String>> query,
      String name,
      String accepted,
      Function<String, Optional<T>> reading) {
    Optional<String> text = query.apply(name);
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      throw new BadRequest(List.of(new Mistake(name, text.get(), accepted)));
    }
    return value;
  }
}
