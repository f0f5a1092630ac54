package io.strikewire.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where values are set, the first that says something wins: system properties, the environment, a
 * configuration file, then the defaults of the environment's preset and of the setting itself.
 *
 * @param file the configuration file's entries; empty without one
 * @param fileName its name, for people
 */
public record SettingSources(
    Map<String, String> properties,
    Map<String, String> environment,
    Map<String, String> file,
    String fileName,
    Preset preset) {

  public SettingSources {
    properties = Map.copyOf(properties);
    environment = Map.copyOf(environment);
    file = Map.copyOf(file);
  }

  /**
   * A value and who said so.
   *
   * @param text as it was written
   * @param origin the source and, where it differs, the name used there
   */
  public record Found(String text, String origin) {}

  /** What is in force for a setting. */
  public Found find(Setting<?> setting) {
    return outside(setting)
        .or(() -> inFile(setting.name()))
        .or(() -> setting.shortName().flatMap(this::inFile))
        .orElseGet(() -> fallback(setting));
  }

  /** The launcher's own settings, which have no dotted name, are read from the environment only. */
  private Optional<Found> outside(Setting<?> setting) {
    boolean launch = !setting.name().startsWith("strikewire.");
    return Stream.concat(Stream.of(setting.name()), setting.shortName().stream())
        .map(name -> launch ? inEnvironment(name) : named(name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Found fallback(Setting<?> setting) {
    String special = preset.defaults().get(setting.name());
    return special == null
        ? new Found(setting.fallback(), "default")
        : new Found(special, "preset " + preset.name().toLowerCase(java.util.Locale.ROOT));
  }

  private Optional<Found> named(String name) {
    return set(properties, name)
        .map(text -> new Found(text, "system property " + name))
        .or(() -> inEnvironment(name));
  }

  private Optional<Found> inEnvironment(String name) {
    return Stream.of(name, underscored(name), underscored(name).toUpperCase(java.util.Locale.ROOT))
        .flatMap(
            form ->
                set(environment, form).map(text -> new Found(text, "environment " + form)).stream())
        .findFirst();
  }

  private Optional<Found> inFile(String name) {
    return set(file, name).map(text -> new Found(text, "file " + fileName));
  }

  private static Optional<String> set(Map<String, String> from, String name) {
    return Optional.ofNullable(from.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String underscored(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }

  /** The file's values for settings that nothing stronger sets, by the setting's name. */
  public Map<String, String> fromFile(Iterable<Setting<?>> settings) {
    Map<String, String> values = new TreeMap<>();
    for (Setting<?> setting : settings) {
      Found found = find(setting);
      if (found.origin().startsWith("file ")) {
        values.put(setting.name(), found.text());
      }
    }
    return values;
  }
}
