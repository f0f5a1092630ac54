package io.strikewire.route;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import io.strikewire.config.Preset;
import io.strikewire.config.Setting;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of every setting, read from the settings themselves. */
final class ConfigurationPage {

  /** Above this line people write; below it the table is generated. */
  static final String GENERATED = "<!-- generated from the settings; see docs/testing.md -->";

  private ConfigurationPage() {}

  static String table(JavaClasses classes) {
    String rows = settings(classes).map(ConfigurationPage::row).collect(Collectors.joining("\n"));
    return GENERATED
        + "\n\n"
        + "| setting | environment | development | staging | production | accepted | meaning |\n"
        + "|---|---|---|---|---|---|---|\n"
        + rows
        + "\n";
  }

  private static Stream<Setting<?>> settings(JavaClasses classes) {
    return fields(classes)
        .filter(ConfigurationPage.first())
        .sorted(Comparator.comparing(Setting::name));
  }

  private static Stream<Setting<?>> fields(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getFields)
        .flatMap(fields -> fields.stream())
        .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
        .map(ConfigurationPage::value);
  }

  /** The name of each. */
  static List<String> names(JavaClasses classes) {
    return settings(classes).<String>map(Setting::name).toList();
  }

  /** Settings that two modules describe, each in its own way. */
  static List<String> disagreements(JavaClasses classes) {
    Map<String, String> rows = new HashMap<>();
    return fields(classes)
        .filter(
            setting -> !rows.merge(setting.name(), row(setting), (a, b) -> a).equals(row(setting)))
        .<String>map(Setting::name)
        .toList();
  }

  /** Two modules may know the same setting. */
  private static Predicate<Setting<?>> first() {
    Set<String> seen = new HashSet<>();
    return setting -> seen.add(setting.name());
  }

  private static Setting<?> value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (Setting<?>) reflected.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("a setting that cannot be read: " + field, impossible);
    }
  }

  private static String row(Setting<?> setting) {
    return Stream.concat(
            Stream.of(
                '`' + setting.name() + '`',
                setting
                    .shortName()
                    .map(name -> '`' + setting.environmentName() + "`, `" + name + '`')
                    .orElse('`' + setting.environmentName() + '`')),
            Stream.concat(
                Stream.of(Preset.values()).map(preset -> fallback(setting, preset.defaults())),
                Stream.of(setting.accepted(), setting.meaning())))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String fallback(Setting<?> setting, Map<String, String> preset) {
    return preset.getOrDefault(setting.name(), setting.fallback());
  }

  /** The names that a preset gives and no setting has. */
  static List<String> unknownPresetNames(JavaClasses classes) {
    List<String> known = settings(classes).map(Setting::name).collect(Collectors.toList());
    return Stream.of(Preset.values())
        .flatMap(preset -> preset.defaults().keySet().stream())
        .filter(name -> !known.contains(name))
        .toList();
  }
}
