package io.strikewire.retention.config;

import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the retention's settings once. What is refused keeps the service from starting. */
@Singleton
public class RetentionConfig implements SettingsSection {

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final Optional<Duration> kept = reader.read(RetentionSetting.KEPT);
  private final Duration every = reader.read(RetentionSetting.EVERY);

  /** How long things are kept; empty for ever. */
  public Optional<Duration> kept() {
    return kept;
  }

  /** How often old rows are looked for. */
  public Duration every() {
    return every;
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
