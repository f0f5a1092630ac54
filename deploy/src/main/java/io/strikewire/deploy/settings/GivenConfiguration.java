package io.strikewire.deploy.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the environment and a configuration file say.
 *
 * @param fileName the file's name; empty without one
 * @param mistakes why the file could not be read
 */
public record GivenConfiguration(
    Map<String, String> environment,
    Map<String, String> file,
    String fileName,
    List<String> mistakes) {

  /**
   * Reads the file that is named, by an argument or else by {@code STRIKEWIRE_CONFIG}.
   *
   * @param argument the argument's value
   */
  public static GivenConfiguration read(Optional<Path> argument, Map<String, String> environment) {
    Optional<Path> named =
        argument.or(
            () ->
                Optional.ofNullable(environment.get("STRIKEWIRE_CONFIG"))
                    .filter(text -> !text.isBlank())
                    .map(Path::of));
    if (named.isEmpty()) {
      return new GivenConfiguration(environment, Map.of(), "", List.of());
    }
    String name = named.get().toString();
    Properties entries = new Properties();
    try (Reader text = Files.newBufferedReader(named.get(), StandardCharsets.UTF_8)) {
      entries.load(text);
    } catch (IOException | IllegalArgumentException unreadable) {
      String line =
          "STRIKEWIRE_CONFIG: a readable file of name=value lines is accepted, was \"" + name + '"';
      return new GivenConfiguration(environment, Map.of(), name, List.of(line));
    }
    Map<String, String> file = new HashMap<>();
    entries.stringPropertyNames().forEach(key -> file.put(key, entries.getProperty(key)));
    return new GivenConfiguration(environment, file, name, List.of());
  }

  /** Of this process, with the file that its environment names. */
  public static GivenConfiguration ofThisProcess() {
    return read(Optional.empty(), System.getenv());
  }

  /** The file's entries, and over them the environment's. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(file);
    environment.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            variables.put(name, text);
          }
        });
    return variables;
  }
}
