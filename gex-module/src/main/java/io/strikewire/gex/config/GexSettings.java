package io.strikewire.gex.config;

import io.strikewire.config.Setting;
import io.strikewire.config.Settings;
import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** How old quotes and chains may be; read once. */
@Singleton
public class GexSettings implements SettingsSection {

  private static final Setting<Integer> QUOTE_AGE =
      Settings.whole(
          "strikewire.gex.quote-max-age-minutes",
          "",
          20,
          1,
          1_440,
          "Oldest chain whose quotes still price an option, in minutes; delayed files are 15 old.");
  private static final Setting<Integer> STALE =
      Settings.whole(
          "strikewire.gex.max-stale-minutes",
          "GEX_MAX_STALE_MINUTES",
          240,
          1,
          10_080,
          "Age at which a gamma signal loses part of its weight, in minutes.");

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final Duration quoteAge = Duration.ofMinutes(reader.read(QUOTE_AGE));
  private final Duration staleAfter = Duration.ofMinutes(reader.read(STALE));

  /** Oldest chain whose quotes still price an option. */
  public Duration quoteAge() {
    return quoteAge;
  }

  /** Age at which a gamma signal becomes stale. */
  public Duration staleAfter() {
    return staleAfter;
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
