package io.strikewire.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings from a source of texts and remembers what was read and what was wrong. */
public final class SettingsReader {

  private final Function<String, Optional<String>> source;
  private final Map<String, String> preset;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> effective = new LinkedHashMap<>();

  /**
   * @param source the text set under a name, if any
   */
  public SettingsReader(Function<String, Optional<String>> source) {
    this(source, Map.of());
  }

  /**
   * A reader whose settings have other defaults.
   *
   * @param preset defaults that differ, by name
   */
  public SettingsReader(Function<String, Optional<String>> source, Map<String, String> preset) {
    this.source = source;
    this.preset = Map.copyOf(preset);
  }

  /** The setting's value; its default when it is not set or cannot be read. */
  public <T> T read(Setting<T> setting) {
    String text =
        source
            .apply(setting.name())
            .or(() -> setting.shortName().flatMap(source))
            .map(String::strip)
            .filter(set -> !set.isEmpty())
            .orElse(fallback(setting));
    effective.put(setting.name(), text);
    try {
      return setting.parser().apply(text);
    } catch (IllegalArgumentException refused) {
      problems.add(
          setting.name()
              + " ("
              + setting.environmentName()
              + "): "
              + setting.accepted()
              + " is accepted, was \""
              + text
              + "\"");
      return setting.parser().apply(fallback(setting));
    }
  }

  private String fallback(Setting<?> setting) {
    return preset.getOrDefault(setting.name(), setting.fallback());
  }

  /** One line for each value that was refused. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Every setting read, with the text in force. */
  public Map<String, String> effective() {
    return Map.copyOf(effective);
  }
}
