package io.strikewire.pipeline.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The settings of intake, rules and the runner. */
public final class PipelineSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(PipelineSetting.class, DecisionSetting.class);
  }
}
