package io.strikewire.exit.config;

import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.exit.ExitSettings;
import io.strikewire.exit.ExitSettings.Trailing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the exit rules' settings once. */
@Singleton
public class ExitConfig implements SettingsSection {

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final ExitSettings settings = read(reader);

  /** The settings that a source of texts gives. */
  static ExitSettings read(SettingsReader reader) {
    Duration beforeEarlyClose = Duration.ofMinutes(reader.read(ExitSetting.BEFORE_EARLY_CLOSE));
    return new ExitSettings(
        reader.read(ExitSetting.PROFIT_TARGET),
        reader.read(ExitSetting.STOP_LOSS),
        Duration.ofMinutes(reader.read(ExitSetting.GEX_MAX_AGE)),
        reader.read(ExitSetting.TIME_EXIT),
        Optional.of(beforeEarlyClose).filter(lead -> !lead.isZero()),
        reader.read(ExitSetting.PARTIALS),
        trailing(reader),
        Optional.of(reader.read(ExitSetting.DAYS_TO_EXPIRY)).filter(days -> days >= 0),
        Optional.of(reader.read(ExitSetting.MAX_HOLDING))
            .filter(minutes -> minutes > 0)
            .map(Duration::ofMinutes));
  }

  private static Optional<Trailing> trailing(SettingsReader reader) {
    var armedAt = reader.read(ExitSetting.TRAILING_ARMED_AT);
    return Optional.of(reader.read(ExitSetting.TRAILING_FALL))
        .filter(fall -> fall.signum() > 0)
        .map(fall -> new Trailing(fall, armedAt));
  }

  /** The settings in force. */
  @Produces
  @Dependent
  ExitSettings settings() {
    return settings;
  }

  @Override
  public List<String> problems() {
    return reader.problems();
  }

  @Override
  public Map<String, String> effective() {
    return reader.effective();
  }
}
