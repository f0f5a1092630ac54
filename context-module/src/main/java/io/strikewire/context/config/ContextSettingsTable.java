package io.strikewire.context.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import io.strikewire.context.ContextSettings;
import java.util.List;

/** The settings of the market context. */
public final class ContextSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(ContextSettings.class);
  }
}
