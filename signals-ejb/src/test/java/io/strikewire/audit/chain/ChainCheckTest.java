package io.strikewire.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditFinding.Kind;
import io.strikewire.audit.AuditRecord;
import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final long SEED = 8;
  private static final int TAMPERINGS = 10_000;
  private static final Instant NOON = Instant.parse("2026-11-23T17:00:00.123456Z");

  /** A chain after someone was at it, and what the check has to say about it. */
  private record Tampered(List<AuditRecord> records, ChainEnd head, Kind kind, long id) {}

  @Test
  void a_chain_that_nobody_touched_is_sound_whatever_its_length() {
    for (int length = 0; length < 50; length++) {
      List<AuditRecord> records = chain(length);
      assertThat(ChainCheck.check(records, head(records))).isEmpty();
    }
  }

  @Test
  void ten_thousand_random_tamperings_are_all_located_and_called_by_their_name() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Kind, Integer> named = new EnumMap<>(Kind.class);
    for (int i = 0; i < TAMPERINGS; i++) {
      Tampered tampered = tamper(chain(5 + random.nextInt(40)), random);
      Optional<AuditFinding> found = ChainCheck.check(tampered.records(), tampered.head());
      assertThat(found)
          .as("tampering " + i + " of seed " + SEED)
          .hasValueSatisfying(
              finding -> {
                assertThat(finding.kind()).isEqualTo(tampered.kind());
                assertThat(finding.id()).isEqualTo(tampered.id());
              });
      named.merge(tampered.kind(), 1, Integer::sum);
    }
    assertThat(named).containsOnlyKeys(Kind.ALTERED, Kind.MISSING, Kind.INSERTED, Kind.REORDERED);
  }

  private static Tampered tamper(List<AuditRecord> records, SplittableRandom random) {
    ChainEnd head = head(records);
    int at = random.nextInt(records.size());
    long id = at + 1;
    return switch (random.nextInt(10)) {
      case 0 -> {
        records.set(at, altered(records.get(at), random));
        yield new Tampered(records, head, Kind.ALTERED, id);
      }
      case 1 -> {
        records.set(at, writtenAnew(records.get(at), random));
        yield new Tampered(records, head, Kind.ALTERED, id);
      }
      case 2 -> {
        records.remove(at);
        yield new Tampered(records, head, Kind.MISSING, id);
      }
      case 3 -> {
        records.remove(at);
        yield new Tampered(renumbered(records), head, Kind.MISSING, id);
      }
      case 4 -> {
        records.subList(at, records.size()).clear();
        yield new Tampered(records, head, Kind.MISSING, id);
      }
      case 5 -> {
        records.add(at, writtenAnew(records.get(at), random));
        yield new Tampered(renumbered(records), head, Kind.INSERTED, id);
      }
      case 6 -> {
        records.add(at, altered(records.get(at), random));
        yield new Tampered(renumbered(records), head, Kind.INSERTED, id);
      }
      case 7 -> {
        records.add(ChainEnd.at(records.get(records.size() - 1)).next(fact(random.nextInt())));
        yield new Tampered(records, head, Kind.INSERTED, records.size());
      }
      case 8 -> {
        int other = (at + 1 + random.nextInt(records.size() - 1)) % records.size();
        AuditRecord moved = records.get(at);
        records.set(at, records.get(other));
        records.set(other, moved);
        yield new Tampered(renumbered(records), head, Kind.REORDERED, 1 + Math.min(at, other));
      }
      default -> {
        int to = (at + 1 + random.nextInt(records.size() - 1)) % records.size();
        records.add(to, records.remove(at));
        yield new Tampered(renumbered(records), head, Kind.REORDERED, 1 + Math.min(at, to));
      }
    };
  }

  /** One of its fields is another; its hash is as it was, or is the one that is another. */
  private static AuditRecord altered(AuditRecord record, SplittableRandom random) {
    String junk = "x" + random.nextInt();
    int field = random.nextInt(9);
    return new AuditRecord(
        record.chain(),
        record.id(),
        field == 0 ? record.at().plusNanos(1000) : record.at(),
        field == 1 ? junk : record.actor(),
        field == 2 ? junk : record.action(),
        field == 3 ? junk : record.subject(),
        field == 4 ? Optional.of(junk) : record.symbol(),
        field == 5 ? Optional.of(new SignalId(new UUID(0, random.nextLong()))) : record.signal(),
        field == 6 ? junk : record.payload(),
        field == 7 ? hash(random) : record.previous(),
        field == 8 ? hash(random) : record.hash());
  }

  /** Another content in the same place, with the hash that belongs to it. */
  private static AuditRecord writtenAnew(AuditRecord record, SplittableRandom random) {
    return new ChainEnd(record.chain(), record.id() - 1, record.previous())
        .next(fact(random.nextInt()));
  }

  private static String hash(SplittableRandom random) {
    return "%016x".formatted(random.nextLong()).repeat(4);
  }

  private static List<AuditRecord> renumbered(List<AuditRecord> records) {
    List<AuditRecord> renumbered = new ArrayList<>();
    for (AuditRecord record : records) {
      renumbered.add(
          new AuditRecord(
              record.chain(),
              renumbered.size() + 1,
              record.at(),
              record.actor(),
              record.action(),
              record.subject(),
              record.symbol(),
              record.signal(),
              record.payload(),
              record.previous(),
              record.hash()));
    }
    return renumbered;
  }

  private static List<AuditRecord> chain(int length) {
    List<AuditRecord> records = new ArrayList<>();
    ChainEnd end = ChainEnd.none("main");
    for (int i = 0; i < length; i++) {
      AuditRecord record = end.next(fact(i));
      records.add(record);
      end = ChainEnd.at(record);
    }
    return records;
  }

  private static ChainEnd head(List<AuditRecord> records) {
    return records.isEmpty() ? ChainEnd.none("main") : ChainEnd.at(records.get(records.size() - 1));
  }

  private static Fact fact(int number) {
    return new Fact(
        NOON.plusSeconds(number),
        "TradingView",
        "SIGNAL",
        "subject " + number,
        Optional.of("SPY"),
        Optional.of(new SignalId(new UUID(1, number))),
        "{\"n\":" + number + "}");
  }
}
