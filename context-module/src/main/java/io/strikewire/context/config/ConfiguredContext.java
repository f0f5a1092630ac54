package io.strikewire.context.config;

import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.context.ContextSettings;
import io.strikewire.context.HitCount;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The market context's settings, read once. */
@ApplicationScoped
public class ConfiguredContext implements SettingsSection {

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final ContextSettings settings = ContextSettings.read(reader);

  /** The settings in force. */
  @Produces
  @Singleton
  public ContextSettings settings() {
    return settings;
  }

  /** The application's one count of fresh answers. */
  @Produces
  @Singleton
  public HitCount hitCount() {
    return new HitCount();
  }

  /** Pictures from the bars that are kept. */
  @Produces
  @Singleton
  public Pictures pictures(BarHistory history) {
    return new Pictures(history);
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
