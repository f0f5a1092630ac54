package io.strikewire.retention.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The retention's settings. */
public final class RetentionSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(RetentionSetting.class);
  }
}
