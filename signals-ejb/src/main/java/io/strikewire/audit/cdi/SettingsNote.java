package io.strikewire.audit.cdi;

import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.audit.chain.SettingsChange;
import io.strikewire.config.SettingsSection;
import io.strikewire.event.ServiceStarted;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** At the start, puts on record which settings differ from those of the last start on record. */
@ApplicationScoped
public class SettingsNote {

  private static final String ACTOR = "configuration";

  private static final String LAST =
      """
      SELECT payload FROM (
        (SELECT payload, at FROM audit_pending WHERE action = 'SETTINGS' ORDER BY number DESC LIMIT 1)
        UNION ALL
        (SELECT payload, at FROM audit_log WHERE actor = ? AND action = 'SETTINGS'
         ORDER BY at DESC LIMIT 1)) s
      ORDER BY at DESC LIMIT 1
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject @Any private Instance<SettingsSection> sections;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  void on(@Observes ServiceStarted started) {
    Map<String, String> now = new TreeMap<>();
    sections.forEach(section -> now.putAll(section.effective()));
    SettingsChange change = SettingsChange.between(before(), now);
    if (!change.isNone()) {
      trail.note(
          new AuditNote(
              clock.instant(), ACTOR, "SETTINGS", "settings", JsonText.of(change.facts())));
    }
  }

  private Map<String, String> before() {
    Map<String, String> settings = new TreeMap<>();
    last()
        .map(payload -> StrictJson.read(payload.getBytes(StandardCharsets.UTF_8)))
        .filter(StrictJson.Reading.Read.class::isInstance)
        .map(read -> ((StrictJson.Reading.Read) read).payload().object("settings").fields())
        .ifPresent(known -> known.forEach((name, text) -> settings.put(name, (String) text)));
    return settings;
  }

  private Optional<String> last() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LAST)) {
      query.setString(1, ACTOR);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the settings on record", broken);
    }
  }
}
