package io.strikewire.web.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses under {@code /webhook}, by how a sender proves itself and what it brings. */
public sealed interface Entrance {

  /** Most bytes of a body. */
  int longestBody();

  /** A signed signal. */
  record Signed() implements Entrance {
    @Override
    public int longestBody() {
      return 65_536;
    }
  }

  /** Several signals in one signed body. */
  record Batch() implements Entrance {
    @Override
    public int longestBody() {
      return 2 * 1024 * 1024;
    }
  }

  /** A signal from a sender that cannot sign and knows a secret address instead. */
  record ByToken(String token) implements Entrance {
    @Override
    public int longestBody() {
      return 65_536;
    }
  }

  /**
   * The entrance at an address.
   *
   * @param rest what follows {@code /webhook}, with its slash
   */
  static Optional<Entrance> at(@Nullable String rest) {
    if (rest == null || rest.equals("/")) {
      return Optional.of(new Signed());
    }
    String name = rest.substring(1);
    if (name.equals("batch")) {
      return Optional.of(new Batch());
    }
    return name.indexOf('/') < 0 ? Optional.of(new ByToken(name)) : Optional.empty();
  }
}
