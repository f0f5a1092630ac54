package io.strikewire.config;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A module's settings, for whoever lists or checks all of them. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface SettingsTable {

  /** Each once. */
  List<Setting<?>> settings();

  /** The settings that classes hold in static fields, in the order written there. */
  static List<Setting<?>> of(Class<?>... holders) {
    List<Setting<?>> settings = new ArrayList<>();
    for (Class<?> holder : holders) {
      for (Field field : holder.getDeclaredFields()) {
        if (field.getType() == Setting.class) {
          settings.add(value(field));
        }
      }
    }
    return settings;
  }

  private static Setting<?> value(Field field) {
    try {
      field.setAccessible(true);
      return (Setting<?>) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("a setting that cannot be read: " + field, impossible);
    }
  }
}
