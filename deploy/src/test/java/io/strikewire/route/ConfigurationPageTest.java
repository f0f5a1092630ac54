package io.strikewire.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.strikewire.config.Setting;
import io.strikewire.config.SettingsTable;
import io.strikewire.deploy.settings.LaunchSettingsTable;
import io.strikewire.house.House;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Path WEB = Path.of("..", "web-war", "target", "classes");
  private static final JavaClasses ALL = House.classes();

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  /** The WAR's classes are not among the libraries of these tests, and have settings too. */
  @BeforeEach
  void lookIntoTheWar() throws IOException {
    URL[] war = {WEB.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(war, usual));
  }

  @AfterEach
  void lookAway() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  @Test
  void the_table_in_the_documentation_is_the_settings() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(ConfigurationPage.GENERATED));
    String table = ConfigurationPage.table(ALL);
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(PAGE, written + table);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written + table);
  }

  @Test
  void every_setting_is_in_the_table_that_is_checked_at_the_start() {
    List<String> checked =
        ServiceLoader.load(SettingsTable.class, Thread.currentThread().getContextClassLoader())
            .stream()
            .flatMap(table -> table.get().settings().stream())
            .map(Setting::name)
            .collect(Collectors.toCollection(ArrayList::new));
    new LaunchSettingsTable().settings().forEach(setting -> checked.add(setting.name()));
    assertThat(checked).containsAll(ConfigurationPage.names(ALL));
  }

  @Test
  void two_modules_that_know_a_setting_agree_on_it() {
    assertThat(ConfigurationPage.disagreements(ALL)).isEmpty();
  }

  @Test
  void a_preset_names_only_settings_that_exist() {
    assertThat(ConfigurationPage.unknownPresetNames(ALL)).isEmpty();
  }
}
