package io.strikewire.book.config;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import java.util.List;

/** The settings of orders, limits, marks, exits and the choice of contracts. */
public final class BookSettingsTable implements SettingsTable {
  @Override
  public List<Setting<?>> settings() {
    return SettingsTable.of(BookSetting.class, ExitSetting.class);
  }
}
