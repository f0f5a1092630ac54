package io.strikewire.gex;

import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Option chains in, gamma-exposure profiles out. */
public interface GexChains {

  /** What became of an uploaded chain. */
  sealed interface Upload {
    /** The chain is stored, with its profile. */
    record Stored(UUID id, GexProfile profile) implements Upload {}

    /** The file is not a chain of this symbol that can be valued. Nothing is stored. */
    record Refused(List<Mistake> mistakes) implements Upload {}
  }

  /** Reads, values and stores a chain file (delayed-quote JSON or CSV) in one transaction. */
  Upload store(Symbol symbol, byte[] file, Instant now);

  /** The latest stored profile as it was computed at its arrival. */
  Optional<GexProfile> latest(Symbol symbol);

  /** The latest stored chain valued again under another convention. */
  Optional<GexProfile> recompute(Symbol symbol, int dayCount, int levels);

  /** Every symbol's latest chain: its time. */
  List<ChainAge> ages();

  /** The time of a symbol's latest chain. */
  record ChainAge(Symbol symbol, Instant asOf) {}
}
