package io.strikewire.audit.chain;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How settings differ from those before.
 *
 * @param changed what each changed setting was and is; empty text for one that is not there
 * @param settings all that are in force
 */
public record SettingsChange(
    Map<String, Map<String, String>> changed, Map<String, String> settings) {

  /** The difference. */
  public static SettingsChange between(Map<String, String> before, Map<String, String> now) {
    Map<String, Map<String, String>> changed = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = now.getOrDefault(name, "");
      if (!was.equals(is)) {
        changed.put(name, Map.of("from", was, "to", is));
      }
    }
    return new SettingsChange(changed, new TreeMap<>(now));
  }

  /** Whether nothing differs. */
  public boolean isNone() {
    return changed.isEmpty();
  }

  /** As a record says it. */
  public Map<String, Object> facts() {
    return new TreeMap<>(Map.of("changed", changed, "settings", settings));
  }
}
