package io.strikewire.deploy.settings;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The launcher's own settings. */
public final class LaunchSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(LaunchSetting.class);
  }
}
