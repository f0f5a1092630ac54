package io.strikewire.web.reading.http;

import io.strikewire.archive.PageRequest;
import io.strikewire.web.reading.PageQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/** Page requests from an address. */
public final class Queries {

  private Queries() {}

  /** The page that an address asks for. */
  public static PageRequest page(UriInfo uri, Set<String> statuses) {
    return PageQuery.read(
        name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name)), statuses);
  }
}
