package io.strikewire.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The delivery names that several arrivals claim together, each name once, in key order so that two
 * transactions claim alike. Of two arrivals that share a name the earlier owns it, and the later's
 * other names speak for the earlier too.
 */
public final class Claims {

  /**
   * A name offered to the memory of deliveries.
   *
   * @param owner the signal it shall stand for
   */
  public record Claim(UUID owner, Instant expiresAt) {}

  private final SortedMap<String, Claim> offered = new TreeMap<>();
  private final Map<UUID, UUID> owners = new HashMap<>();

  /** Adds an arrival's names. */
  public void add(UUID arrival, SortedMap<String, Instant> keys) {
    UUID owner =
        keys.keySet().stream()
            .filter(offered::containsKey)
            .findFirst()
            .map(key -> offered.get(key).owner())
            .orElse(arrival);
    owners.put(arrival, owner);
    keys.forEach((key, expiresAt) -> offered.putIfAbsent(key, new Claim(owner, expiresAt)));
  }

  /** The names, in order. */
  public SortedMap<String, Claim> offered() {
    return offered;
  }

  /**
   * Compares with what the memory holds after the claim.
   *
   * @param held for every offered name the signal it stands for now
   */
  public Verdict judge(Map<String, UUID> held) {
    Map<UUID, UUID> first = new HashMap<>();
    offered.forEach(
        (key, claim) -> {
          UUID holder = held.get(key);
          if (!claim.owner().equals(holder)) {
            first.putIfAbsent(claim.owner(), holder);
          }
        });
    SortedMap<String, UUID> astray = new TreeMap<>();
    offered.forEach(
        (key, claim) -> {
          UUID earlier = first.get(claim.owner());
          if (earlier != null && claim.owner().equals(held.get(key))) {
            astray.put(key, earlier);
          }
        });
    return new Verdict(first, astray);
  }

  /** Every name went to the arrival that claimed it. */
  public Verdict granted() {
    return new Verdict(Map.of(), new TreeMap<>());
  }

  /** What the claim came to. */
  public final class Verdict {

    private final Map<UUID, UUID> first;
    private final SortedMap<String, UUID> astray;

    private Verdict(Map<UUID, UUID> first, SortedMap<String, UUID> astray) {
      this.first = first;
      this.astray = astray;
    }

    /** The signal that speaks for an arrival: its own name when it is new. */
    public UUID speaker(UUID arrival) {
      UUID owner = owners.getOrDefault(arrival, arrival);
      return first.getOrDefault(owner, owner);
    }

    /** Names that now stand for an arrival that is a repeat, with the signal they belong to. */
    public SortedMap<String, UUID> astray() {
      return astray;
    }

    /** Of these names, those that repeats came under, each with how many. */
    public SortedMap<String, Integer> repeated(Map<UUID, ? extends Collection<String>> keys) {
      SortedMap<String, Integer> names = new TreeMap<>();
      keys.forEach(
          (arrival, own) -> {
            if (!speaker(arrival).equals(arrival)) {
              own.forEach(name -> names.merge(name, 1, Integer::sum));
            }
          });
      return names;
    }
  }
}
