package io.strikewire.deploy;

import io.strikewire.config.EffectiveConfiguration;
import io.strikewire.config.EffectiveConfiguration.Value;
import io.strikewire.config.Preset;
import io.strikewire.config.Setting;
import io.strikewire.config.SettingSources;
import io.strikewire.config.SettingsTable;
import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.server.DataGrid;
import io.strikewire.deploy.settings.DatabaseUrl;
import io.strikewire.deploy.settings.GivenConfiguration;
import io.strikewire.deploy.settings.LaunchSettings;
import io.strikewire.deploy.settings.LaunchSettings.Reading;
import io.strikewire.deploy.settings.LaunchSettingsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The check of everything that is configured: what is in force, who said so, what is wrong. The
 * service makes it before it starts anything; {@code check-config} makes the same and shows it.
 */
final class Preflight {

  private final Arguments arguments;
  private final GivenConfiguration given;
  private final Reading reading;
  private final EffectiveConfiguration configuration;
  private final Map<String, String> fromFile;

  /** What the command line says. */
  record Arguments(
      Optional<String> port,
      Optional<String> host,
      Optional<String> cluster,
      Optional<Path> config) {}

  /**
   * Checks the configuration of this process.
   *
   * @param files the modules, which know their settings
   */
  static Preflight of(RuntimeFiles files, Arguments arguments) throws IOException {
    return new Preflight(files, arguments);
  }

  private Preflight(RuntimeFiles files, Arguments arguments) throws IOException {
    this.arguments = arguments;
    given = GivenConfiguration.read(arguments.config(), System.getenv());
    reading = LaunchSettings.read(arguments.port(), arguments.host(), given.variables());
    Map<String, String> properties = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name)));
    SettingSources sources =
        new SettingSources(
            properties,
            given.environment(),
            given.file(),
            given.fileName(),
            Preset.of(LaunchSettings.environmentOf(given.variables())));
    List<Setting<?>> settings = new ArrayList<>(new LaunchSettingsTable().settings());
    for (SettingsTable table : RuleModules.all(files, SettingsTable.class)) {
      settings.addAll(table.settings());
    }
    configuration = EffectiveConfiguration.of(settings, sources);
    fromFile = sources.fromFile(settings);
  }

  /** One line for each mistake. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>(given.mistakes());
    if (reading instanceof Reading.Mistaken mistaken) {
      mistakes.addAll(mistaken.mistakes());
    }
    arguments
        .cluster()
        .filter(text -> DataGrid.parse(text).isEmpty())
        .ifPresent(
            text ->
                mistakes.add(
                    "--cluster: OWN[:PORT],OTHER[:PORT] is accepted, was \"" + text + '"'));
    mistakes.addAll(configuration.mistakes());
    return mistakes;
  }

  /** The environment's name, mistaken or not. */
  String environment() {
    return LaunchSettings.environmentOf(given.variables());
  }

  /** What the service is started with; only when there is no mistake. */
  LaunchSettings settings() {
    return ((Reading.Sound) reading).settings();
  }

  /** Hands the file's values to the application, which reads system properties. */
  void apply() {
    fromFile.forEach(
        (name, text) -> {
          if (name.startsWith("strikewire.")) {
            System.setProperty(name, text);
          }
        });
  }

  /** A line for each value in force: name, value, source. */
  List<String> lines() {
    List<Value> values =
        configuration.values().stream().map(this::argued).map(this::withoutPassword).toList();
    int name = values.stream().mapToInt(value -> value.name().length()).max().orElse(0);
    int shown = values.stream().mapToInt(value -> value.shown().length()).max().orElse(0);
    String form = "%-" + Math.max(1, name) + "s  %-" + Math.max(1, Math.min(shown, 44)) + "s  %s";
    return values.stream()
        .map(value -> form.formatted(value.name(), value.shown(), value.origin()))
        .toList();
  }

  private Value argued(Value value) {
    Optional<Value> port =
        arguments
            .port()
            .filter(text -> value.name().equals("PORT"))
            .map(text -> new Value("PORT", text, "argument --port"));
    return port.or(() -> host(value)).orElse(value);
  }

  /** Its default depends on the environment. */
  private Optional<Value> host(Value value) {
    if (!value.name().equals("HOST") || !(reading instanceof Reading.Sound sound)) {
      return Optional.empty();
    }
    String origin = arguments.host().map(text -> "argument --host").orElse(value.origin());
    return Optional.of(new Value("HOST", sound.settings().host(), origin));
  }

  /** Where the database is may be seen. */
  private Value withoutPassword(Value value) {
    return Optional.ofNullable(given.variables().get(value.name()))
        .filter(text -> value.name().equals("DATABASE_URL"))
        .flatMap(DatabaseUrl::parse)
        .map(url -> new Value(value.name(), url.toString(), value.origin()))
        .orElse(value);
  }
}
