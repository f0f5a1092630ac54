package io.strikewire.web.start;

import io.strikewire.config.SettingsSection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of all modules, none of them refused.
 *
 * @param effective every setting with the text in force, by name
 */
public record SoundSettings(Map<String, String> effective) {

  /**
   * The settings of these sections.
   *
   * @throws IllegalStateException if any was refused; its message has one line for each
   */
  public static SoundSettings of(List<? extends SettingsSection> sections) {
    List<String> problems =
        sections.stream().flatMap(section -> section.problems().stream()).sorted().toList();
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
