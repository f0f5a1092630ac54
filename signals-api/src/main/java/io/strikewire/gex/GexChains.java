package io.strikewire.gex;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Option chains in, gamma-exposure profiles out. */
public interface GexChains {

  /** What became of a chain. */
  sealed interface Upload {
    /** The chain is stored, with its profile. */
    record Stored(UUID id, GexProfile profile) implements Upload {}

    /** The file is not a chain of this symbol that can be valued. Nothing is stored. */
    record Refused(List<Mistake> mistakes) implements Upload {
      public Refused {
        mistakes = List.copyOf(mistakes);
      }
    }

    /** The provider gave nothing. Nothing is stored. */
    record Unavailable(String why) implements Upload {}
  }

  /** Reads, values and stores a chain file (delayed-quote JSON or CSV) in one transaction. */
  Upload store(Symbol symbol, byte[] file, Instant now);

  /** Asks the configured provider for the symbol's chain now, and stores it. */
  Upload refresh(Symbol symbol, Instant now);

  /** The latest stored profile as it was computed at its arrival. */
  Optional<GexProfile> latest(Symbol symbol);

  /** The latest stored chain valued again under another convention. */
  Optional<GexProfile> recompute(Symbol symbol, GexProfile.Convention convention);

  /** Stored signals of a symbol over all expirations, newest first. */
  Page<PastProfile> history(Symbol symbol, PageRequest request);

  /**
   * The newest stored signals of several symbols over all expirations, at most so many of each,
   * newest first. A symbol without any is not among them.
   */
  Map<Symbol, List<PastProfile>> newest(Set<Symbol> symbols, int most);

  /** Every symbol's latest chain: its time. */
  List<ChainAge> ages();

  /** The time of a symbol's latest chain. */
  record ChainAge(Symbol symbol, Instant asOf) {}

  /** A stored profile, in short. */
  record PastProfile(
      UUID id, Instant asOf, double spot, int contracts, GexSignal signal, Instant storedAt) {}
}
