package io.strikewire.book.jpa;

import io.strikewire.position.KillSwitch;
import io.strikewire.position.KillSwitch.Mode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The kill switch as it is stored: every change is a row, the last is in force. */
final class Brakes {

  private static final KillSwitch.State NEVER_SET =
      new KillSwitch.State(Mode.ACTIVE, "never set", Instant.EPOCH, "nobody");

  private final EntityManager rows;

  Brakes(EntityManager rows) {
    this.rows = rows;
  }

  KillSwitch.State state() {
    return history(1).stream().findFirst().orElse(NEVER_SET);
  }

  List<KillSwitch.State> history(int most) {
    return Sql.of(rows, "SELECT mode, reason, at, by FROM kill_switch ORDER BY id DESC LIMIT :most")
        .with("most", most)
        .rows()
        .map(
            row ->
                new KillSwitch.State(
                    Mode.valueOf(row.get("mode", String.class)),
                    row.get("reason", String.class),
                    row.get("at", Instant.class),
                    row.get("by", String.class)))
        .toList();
  }

  void add(KillSwitch.State state) {
    Sql.of(rows, "INSERT INTO kill_switch (mode, reason, by, at) VALUES (:mode, :reason, :by, :at)")
        .with("mode", state.mode().name())
        .with("reason", state.reason())
        .with("by", state.by())
        .with("at", state.since())
        .run();
  }
}
