package io.strikewire.config;

import io.strikewire.config.SettingSources.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is in force, who said so, and everything that is wrong with it.
 *
 * @param values one for each setting, by name
 * @param mistakes one line each
 */
public record EffectiveConfiguration(List<Value> values, List<String> mistakes) {

  public EffectiveConfiguration {
    values = List.copyOf(values);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * A setting in force.
   *
   * @param shown its text; stars for a secret
   * @param origin who said so
   */
  public record Value(String name, String shown, String origin) {}

  /** The settings of all modules as these sources set them. */
  public static EffectiveConfiguration of(Collection<Setting<?>> settings, SettingSources sources) {
    Map<String, Value> values = new TreeMap<>();
    Set<String> mistakes = new LinkedHashSet<>();
    settings.stream()
        .sorted(Comparator.comparing(Setting::name))
        .forEach(
            setting -> {
              Found found = sources.find(setting);
              values.putIfAbsent(
                  setting.name(),
                  new Value(
                      setting.name(),
                      setting.secret() && !found.origin().equals("default") ? "***" : found.text(),
                      found.origin()));
              check(setting, found, mistakes);
            });
    List<String> all = new ArrayList<>(mistakes);
    all.addAll(unknown(settings, sources));
    return new EffectiveConfiguration(List.copyOf(values.values()), all);
  }

  private static void check(Setting<?> setting, Found found, Set<String> mistakes) {
    try {
      setting.parser().apply(found.text());
    } catch (IllegalArgumentException refused) {
      mistakes.add(
          setting.name()
              + " ("
              + found.origin()
              + "): "
              + setting.accepted()
              + " is accepted"
              + (setting.secret() ? "" : ", was \"" + found.text() + '"'));
    }
  }

  /** In a file of ours every name has to be ours; elsewhere those that begin like ours. */
  private static List<String> unknown(Collection<Setting<?>> settings, SettingSources sources) {
    Set<String> outside = new LinkedHashSet<>(sources.properties().keySet());
    outside.addAll(sources.environment().keySet());
    List<String> lines = new ArrayList<>(UnknownNames.among(outside, settings));
    Set<String> known = new LinkedHashSet<>();
    settings.forEach(
        setting -> {
          known.add(setting.name());
          setting.shortName().ifPresent(known::add);
        });
    sources.file().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .map(
            name ->
                name
                    + " (file "
                    + sources.fileName()
                    + "): no such setting; the nearest is "
                    + UnknownNames.nearest(name, known))
        .forEach(lines::add);
    return lines;
  }
}
