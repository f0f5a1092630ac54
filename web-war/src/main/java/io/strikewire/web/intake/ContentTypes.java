package io.strikewire.web.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types that an address takes. */
public enum ContentTypes {
  /** Alerts; some senders call every body text. */
  ALERT("application/json", "text/plain"),
  /** Option chains. */
  CHAIN("application/json", "text/csv");

  private final Set<String> accepted;

  ContentTypes(String... accepted) {
    this.accepted = Set.of(accepted);
  }

  /** Whether a {@code Content-Type} is one of them, whatever its parameters; absent is. */
  public boolean accept(@Nullable String header) {
    return header == null
        || accepted.contains(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
