package io.strikewire.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is good for; each includes the ones before it. */
public enum Scope {
  /** Look at everything but the audit log; ask what would be decided. */
  READ,
  /** Close, cancel, brake, feed quotes and chains. */
  TRADE,
  /** Override limits, read the audit log. */
  ADMIN;

  /** Whether a key of this scope opens what asks for the other. */
  public boolean includes(Scope other) {
    return compareTo(other) >= 0;
  }

  /** The scope of a word, in lower case. */
  public static Optional<Scope> parse(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** Its word: {@code read}, {@code trade} or {@code admin}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
