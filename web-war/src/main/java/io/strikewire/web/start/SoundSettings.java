package io.strikewire.web.start;

import io.strikewire.config.SettingsSection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of all modules, none of them refused.
 *
 * @param effective every setting with the text in force, by name
 */
public record SoundSettings(Map<String, String> effective) {

  /**
   * The settings of these sections, checked when the service started.
   *
   * @throws IllegalStateException if any was refused; its message has one line for each
   */
  public static SoundSettings of(List<? extends SettingsSection> sections) {
    return of(sections, List.of());
  }

  /**
   * The settings of these sections.
   *
   * @param unknownNames a line for each name that is set and that no module knows
   * @throws IllegalStateException if any was refused; its message has one line for each
   */
  public static SoundSettings of(
      List<? extends SettingsSection> sections, List<String> unknownNames) {
    List<String> problems =
        Stream.concat(
                sections.stream().flatMap(section -> section.problems().stream()).sorted(),
                unknownNames.stream())
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      // The launcher in this process reads it, to name each mistake where it was started.
      System.setProperty("strikewire.start.mistakes", String.join("\n", problems));
      throw new IllegalStateException(
          "The configuration has mistakes:\n" + String.join("\n", problems));
    }
    Map<String, String> effective = new TreeMap<>();
    sections.forEach(section -> effective.putAll(section.effective()));
    return new SoundSettings(effective);
  }
}
