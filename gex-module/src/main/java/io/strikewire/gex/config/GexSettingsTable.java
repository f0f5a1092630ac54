package io.strikewire.gex.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The settings of gamma exposure. */
public final class GexSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(GexSettings.class);
  }
}
