package io.strikewire.web.intake.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The settings of the entrance. */
public final class EntranceSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(EntranceSetting.class);
  }
}
